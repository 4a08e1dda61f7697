// SPDX-License-Identifier: Apache-2.0

//! Files in a bucket, `s3://bucket/prefix`.
//!
//! Credentials, region and endpoint come from the environment as for other tools. Without
//! credentials requests are not signed, as public buckets want it.

use super::{
	http,
	source::{Fault, Opened},
};
use crate::error::printable;
use futures::{StreamExt, TryStreamExt};
use object_store::{
	aws::{AmazonS3, AmazonS3Builder, AmazonS3ConfigKey},
	client::{ClientConfigKey, ClientOptions, HttpClient, HttpConnector},
	path::Path,
	Error, GetOptions, GetRange, ObjectStore, RetryConfig,
};

/// Any of these says whose requests they are.
const CREDENTIALS: [&str; 4] = [
	"AWS_ACCESS_KEY_ID",
	"AWS_WEB_IDENTITY_TOKEN_FILE",
	"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
	"AWS_CONTAINER_CREDENTIALS_FULL_URI",
];

/// What is below a prefix of a bucket.
pub struct S3 {
	store: AmazonS3,
	prefix: String,
}

impl S3 {
	/// The bucket and prefix in what follows `s3:`, taken as they are written: keys have no
	/// percent-encoding.
	pub fn new(rest: &str, environment: &[(String, String)]) -> Result<Self, String> {
		let rest = rest.strip_prefix("//").unwrap_or_default();
		let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
		if bucket.is_empty() || !bucket.bytes().all(is_bucket_byte) {
			return Err("it names no bucket, as in s3://bucket/folder".into());
		}
		let prefix = prefix.trim_end_matches('/');
		let at_loopback = environment.iter().any(|(key, value)| {
			key.starts_with("AWS_ENDPOINT")
				&& value.parse().is_ok_and(|endpoint| http::is_loopback(&endpoint))
		});
		let mut builder = AmazonS3Builder::new()
			.with_http_connector(Connector { at_loopback })
			// Whoever calls us tries again, and goes on where it stopped.
			.with_retry(RetryConfig { max_retries: 0, ..RetryConfig::default() });
		let given = |name: &str| environment.iter().any(|(key, _)| key == name);
		if !CREDENTIALS.iter().any(|name| given(name)) {
			builder = builder.with_skip_signature(true);
		}
		for (name, value) in environment.iter().filter(|(name, _)| name.starts_with("AWS_")) {
			if let Ok(key) = name.to_ascii_lowercase().parse::<AmazonS3ConfigKey>() {
				builder = builder.with_config(key, value);
			}
		}
		let store = builder.with_bucket_name(bucket).build();
		let store = store.map_err(|error| printable(&error.to_string()))?;
		Ok(Self { store, prefix: prefix.to_owned() })
	}

	/// Begin to fetch an object.
	pub async fn open(&self, name: &str, from: u64) -> Result<Opened, Fault> {
		let key = match self.prefix.as_str() {
			"" => name.to_owned(),
			prefix => format!("{prefix}/{name}"),
		};
		let key = Path::parse(key).map_err(Fault::lasting)?;
		let range = (from > 0).then_some(GetRange::Offset(from));
		let got = self.store.get_opts(&key, GetOptions { range, ..GetOptions::default() }).await;
		let got = match got {
			// The server does not know ranges, or its object is no longer than what is here.
			Err(Error::NotSupported { .. } | Error::Generic { .. }) if from > 0 => {
				self.store.get_opts(&key, GetOptions::default()).await
			}
			got => got,
		};
		let got = got.map_err(fault)?;
		Ok(Opened {
			start: got.range.start,
			length: Some(got.meta.size),
			body: got.into_stream().map_err(fault).boxed(),
		})
	}
}

fn is_bucket_byte(byte: u8) -> bool {
	byte.is_ascii_alphanumeric() || b".-_".contains(&byte)
}

fn fault(error: Error) -> Fault {
	match error {
		Error::NotFound { .. } => Fault::lasting("the bucket has no such object"),
		Error::PermissionDenied { .. } | Error::Unauthenticated { .. } => Fault::lasting(
			"the bucket refuses access: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or other \
			 credentials of AWS",
		),
		Error::Generic { source, .. } => Fault::passing(source),
		error => Fault::lasting(error),
	}
}

/// Makes the clients that buckets are asked with, as all clients here are.
#[derive(Debug)]
struct Connector {
	/// The endpoint is on this machine.
	at_loopback: bool,
}

impl HttpConnector for Connector {
	fn connect(&self, options: &ClientOptions) -> object_store::Result<HttpClient> {
		let plain = options.get_config_value(&ClientConfigKey::AllowHttp);
		let mut builder = http::builder().https_only(plain.as_deref() != Some("true"));
		if self.at_loopback {
			builder = builder.no_proxy();
		}
		let client = http::build(builder);
		let client = client.map_err(|why| Error::Generic { store: "S3", source: why.into() })?;
		Ok(HttpClient::new(client))
	}
}
