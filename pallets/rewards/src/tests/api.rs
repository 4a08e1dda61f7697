// SPDX-License-Identifier: Apache-2.0

//! What clients are answered.

use super::util::*;
use agora_primitives::api::{Page, RewardCursor, RewardView, MAX_PAGE, MAX_SCANNED};

type View = RewardView<Balance, u32>;

fn keys(views: &[View]) -> Vec<RewardCursor> {
	views.iter().map(|view| (view.epoch, view.version, view.split)).collect()
}

/// All pages of a list, and how many there were.
fn pages(
	limit: u32,
	ask: impl Fn(Option<RewardCursor>, u32) -> Page<View, RewardCursor>,
) -> (Vec<View>, usize) {
	let (mut all, mut after, mut count) = (vec![], None, 0);
	loop {
		let page = ask(after, limit);
		assert!(page.items.len() <= limit.clamp(1, MAX_PAGE) as usize);
		all.extend(page.items);
		count += 1;
		after = page.next;
		if after.is_none() {
			return (all, count);
		}
	}
}

#[test]
fn the_running_epoch_is_told_as_if_it_ended_now() {
	TestExt::new().run(|| {
		earn(1, 0, 600);
		pay(2, 50, 50);
		gift(100);
		transfer(donor(), Commons::get(), 5);
		let told = Rewards::api_running_epoch();
		assert_eq!((told.index, told.end), (0, LENGTH));
		assert_eq!((told.credit, told.credit_in_vaults), (600, 50));
		assert_eq!((told.funds, told.usage_pool, told.rewards), (700, 560, 540));
		assert_eq!((told.to_commons, told.commons_pool, told.owed), (160, 5, 0));
		assert_eq!((told.rebate_cap, told.claim_period), (percent(90), PERIOD));
		assert_eq!(told.parameters, DEFAULT);
		events();
		end_epoch();
		assert_eq!(
			events(),
			vec![Event::EpochEnded {
				epoch: told.index,
				credit: told.credit,
				funds: told.funds,
				usage_pool: told.usage_pool,
				rewards: told.rewards,
				to_commons: told.to_commons,
			}]
		);
		let told = Rewards::api_running_epoch();
		assert_eq!((told.index, told.funds, told.owed, told.to_commons), (1, 0, 540, 0));
	});
}

#[test]
fn what_is_about_to_expire_is_among_the_funds() {
	TestExt::new().run(|| {
		earn(1, 0, 1_000);
		end_epochs(PERIOD);
		earn(1, 0, 100);
		let told = Rewards::api_running_epoch();
		assert_eq!((told.funds, told.rewards, told.owed), (900, 90, 800));
		end_epoch();
		assert_eq!(record(PERIOD).rewards, 90);
	});
}

#[test]
fn an_epoch_that_ended_is_told() {
	TestExt::new().run(|| {
		earn(1, 0, 600);
		earn(2, 0, 400);
		assert_eq!(Rewards::api_ended_epoch(0), None);
		end_epoch();
		assert_claim(0, 1, 0);
		let told = Rewards::api_ended_epoch(0).unwrap();
		assert_eq!((told.credit, told.rewards, told.claimed), (1_000, 800, 480));
		assert_eq!(told.expires, (PERIOD + 1) * LENGTH);
		end_epoch();
		assert_eq!(Rewards::api_ended_epoch(0), Some(told));
		// Nothing was sold in it.
		assert_eq!(Rewards::api_ended_epoch(1), None);
		end_epochs(PERIOD - 1);
		assert_eq!(Rewards::api_ended_epoch(0), None);
	});
}

#[test]
fn rewards_of_an_epoch_are_told_by_split() {
	TestExt::new().run(|| {
		earn(12, 3, 600);
		earn(12, 256, 300);
		earn(13, 0, 100);
		let expires = (PERIOD + 1) * LENGTH;
		let view = |split, credit, amount, claimable| View {
			epoch: 0,
			version: 12,
			artifact: ArtifactId::from_low_u64_be(1),
			split,
			credit,
			amount,
			claimable,
			expires,
		};
		let expected =
			|claimable| vec![view(3, 600, 480, claimable), view(256, 300, 240, claimable)];
		assert_eq!(Rewards::api_rewards(0, 12), expected(false));
		end_epoch();
		assert_eq!(Rewards::api_rewards(0, 12), expected(true));
		assert_claim(0, 12, 3);
		assert_eq!(Rewards::api_rewards(0, 12), expected(true)[1..]);
		assert_eq!(Rewards::api_rewards(1, 12), vec![]);
		assert_eq!(Rewards::api_rewards(0, 14), vec![]);
		// Expired, though not pruned.
		end_epochs(PERIOD);
		assert_eq!(Rewards::api_rewards(0, 12), vec![]);
		assert_eq!(Rewards::api_rewards(99, 12), vec![]);
	});
}

#[test]
fn what_is_told_is_what_is_paid() {
	TestExt::new().run(|| {
		for (version, credit) in [(1, 123), (2, 456), (3, 7)] {
			earn(version, 0, credit);
		}
		gift(77);
		let before: Vec<_> =
			(1..=3).map(|version| Rewards::api_rewards(0, version)[0].amount).collect();
		end_epoch();
		let after: Vec<_> =
			(1..=3).map(|version| Rewards::api_rewards(0, version)[0].amount).collect();
		let paid: Vec<_> = (1..=3).map(|version| assert_claim(0, version, 0)).collect();
		assert_eq!((&before, &after), (&paid, &paid));
	});
}

#[test]
fn pending_rewards_are_told_oldest_first() {
	TestExt::new().run(|| {
		for _ in 0..=PERIOD {
			earn(5, 1, 100);
			earn(5, 0, 100);
			earn(6, 0, 100);
			end_epoch();
		}
		earn(5, 1, 50);
		// The first expired, and was not pruned.
		let expected: Vec<_> = (1..=PERIOD)
			.flat_map(|epoch| [(epoch, 5, 0), (epoch, 5, 1)])
			.chain([(PERIOD + 1, 5, 1)])
			.collect();
		let all = Rewards::api_pending(5, None, 100);
		assert_eq!((keys(&all.items), all.next), (expected.clone(), None));
		assert_eq!(all.items.iter().filter(|view| view.claimable).count(), 2 * PERIOD as usize);
		for limit in 0..9 {
			let (found, count) = pages(limit, |after, limit| Rewards::api_pending(5, after, limit));
			assert_eq!(keys(&found), expected);
			assert_eq!(count, expected.len().div_ceil(limit.max(1) as usize));
		}
		assert_eq!(Rewards::api_pending(7, None, 100).items, vec![]);
		// A cursor of long ago begins where there is something.
		let page = Rewards::api_pending(5, Some((0, 5, 0)), 1);
		assert_eq!(keys(&page.items), expected[..1]);
	});
}

#[test]
fn claimable_rewards_are_those_that_an_account_shares_in() {
	TestExt::new().run(|| {
		// The first member shares in split 0 alone, the second in all.
		for version in [1, 2, 300] {
			earn(version, 0, 100);
			earn(version, 1, 100);
		}
		assert_eq!(Rewards::api_claimable(account(2), None, 100).items, vec![]);
		end_epoch();
		earn(1, 0, 100);
		end_epoch();
		earn(9, 0, 100);
		let ask = |number: u8| Rewards::api_claimable(account(number), None, 100);
		assert_eq!(keys(&ask(1).items).len(), 4);
		assert!(ask(1).items.iter().all(|view| view.split == 0 && view.claimable));
		assert_eq!(keys(&ask(2).items).len(), 7);
		assert_eq!(ask(3).items, vec![]);

		let whole = keys(&ask(2).items);
		for limit in 1..9 {
			let (found, _) =
				pages(limit, |after, limit| Rewards::api_claimable(account(2), after, limit));
			assert_eq!(keys(&found), whole);
		}
		// A page goes on where it stopped, also if that was claimed meanwhile.
		let page = Rewards::api_claimable(account(2), None, 3);
		let (epoch, version, split) = page.next.unwrap();
		assert_eq!(keys(&page.items), whole[..3]);
		while Points::<Test>::contains_key((epoch, version, split.to_be_bytes())) {
			assert_ok!(claim(epoch, version));
		}
		let rest = Rewards::api_claimable(account(2), page.next, 100);
		assert!(whole.ends_with(&keys(&rest.items)));
		assert_eq!(points(), 1 + keys(&ask(2).items).len());
	});
}

#[test]
fn an_answer_looks_at_no_more_than_it_may() {
	TestExt::new().run(|| {
		// Nothing of which the first member shares in, and then something.
		let many = u64::from(MAX_SCANNED) + 50;
		(1..=many).for_each(|version| earn(version, 1, 10));
		end_epoch();
		earn(5, 0, 10);
		end_epoch();
		let first = Rewards::api_claimable(account(1), None, 100);
		assert_eq!(first.items, vec![]);
		let second = Rewards::api_claimable(account(1), first.next, 100);
		assert!(first.next.is_some());
		assert_eq!((keys(&second.items), second.next), (vec![(1, 5, 0)], None));
		// And it tells no more than a page.
		let page = Rewards::api_claimable(account(2), None, u32::MAX);
		assert_eq!(page.items.len(), MAX_PAGE as usize);
	});
}
