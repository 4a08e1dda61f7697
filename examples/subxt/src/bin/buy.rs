// SPDX-License-Identifier: Apache-2.0

//! Buys a license: asks what it costs and who gets what, and pays no more than that.
//!
//!     cargo run -p agora-examples --bin example-buy -- ws://127.0.0.1:9944 //Bob 1

use agora_examples::{
	ago,
	agora::{market::events::LicenseBought, runtime_apis, transactions},
	arguments, connect, key_of, submit, Result,
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
	let [url, secret, offer] = arguments(["URL", "SECRET", "OFFER"])?;
	let (client, buyer, offer) = (connect(&url).await?, key_of(&secret)?, offer.parse::<u64>()?);

	let at = client.at_current_block().await?;
	let quote = at.runtime_apis().call(runtime_apis().market_api().quote(offer)).await?;
	let quote = quote.filter(|quote| quote.offer.open);
	let quote = quote.ok_or(format!("nothing is sold under offer {offer}"))?;
	println!("price {}, of which the fee is {}", ago(quote.price), ago(quote.fee));
	println!("deposit {}, which comes back when the license is released", ago(quote.deposit));
	for payout in quote.distribution.payouts {
		let (income, royalties) = (ago(payout.income), ago(payout.royalties));
		println!("version {} gets {income}, passes on {royalties} of it", payout.version);
		println!("  and its owners earn {}", ago(payout.earnings));
	}

	// By the price and the revision of the terms that we saw: if the seller changes either before
	// our transaction is in a block, it fails and costs no more than its fee.
	let (artifact, revision) = (quote.offer.offer.artifact, quote.offer.offer.revision);
	let buy = transactions().market().buy(offer, quote.price, revision);
	let events = submit(&client, &buy, &buyer).await?;
	let bought = events.find_first::<LicenseBought>().ok_or("it says nothing")??;
	println!("paid {}", ago(bought.price));

	// A refund window would hold the price on the buyer's account until it ends. The block to ask
	// is a later one now.
	let at = client.at_current_block().await?;
	let account = buyer.public_key().to_account_id();
	let license = runtime_apis().market_api().license(artifact, account);
	let view = at.runtime_apis().call(license).await?.ok_or("there is no license")?;
	let lasts = if view.lasts { "lasts" } else { "ended" };
	println!("license for {artifact:?} {lasts}: {:?}", view.license.grant.term);
	Ok(())
}
