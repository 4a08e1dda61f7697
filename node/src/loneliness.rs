// SPDX-License-Identifier: Apache-2.0

//! A word to the operator whose node finds nobody. The SDK passes over bootnodes that do not
//! answer, or are others than they should be, in silence.

use agora_runtime::opaque::Block;
use sc_network::config::MultiaddrWithPeerId;
use sc_network_sync::SyncingService;
use sc_service::TaskManager;
use std::{sync::Arc, time::Duration};

/// How long it takes at most to reach a bootnode that is there.
const FIRST_LOOK: Duration = Duration::from_secs(30);

/// How long until it is said again.
const NEXT_LOOK: Duration = Duration::from_secs(300);

/// Warn until the first peer is there, where the node knows whom to ask.
pub fn watch(
	task_manager: &TaskManager,
	bootnodes: &[MultiaddrWithPeerId],
	sync: Arc<SyncingService<Block>>,
) {
	if bootnodes.is_empty() {
		return;
	}
	let bootnodes: Vec<_> = bootnodes.iter().map(ToString::to_string).collect();
	task_manager.spawn_handle().spawn("loneliness", Some("networking"), async move {
		tokio::time::sleep(FIRST_LOOK).await;
		while sync.num_connected_peers() == 0 {
			log::warn!(
				"No peer yet. No bootnode could be reached, or they are of another chain, or have \
				 another identity than said: {}",
				bootnodes.join(", ")
			);
			tokio::time::sleep(NEXT_LOOK).await;
		}
	});
}
