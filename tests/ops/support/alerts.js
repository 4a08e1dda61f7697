// SPDX-License-Identifier: Apache-2.0

// What each alert is told in its two tests: a story in which it must fire, and one in which it must
// not. Series are written as promtool reads them, a sample a minute.

const node = (name, labels = '') => `${name}{job="agora", instance="node"${labels && `, ${labels}`}}`;
const machine = (name, labels = '') =>
	`${name}{job="machine", instance="host"${labels && `, ${labels}`}}`;
const best = node('substrate_block_height', 'status="best"');
const final = node('substrate_block_height', 'status="finalized"');
const disk = (fstype, mountpoint) =>
	machine('node_filesystem_avail_bytes', `fstype="${fstype}", mountpoint="${mountpoint}"`);
const babe = node('agora_validator_active', 'key="babe"');
const grandpa = node('agora_validator_active', 'key="grandpa"');
const built = node('substrate_proposer_block_constructed_count');
const votes = node('substrate_finality_grandpa_prevotes_total');
const started = node('substrate_process_start_time_seconds');

/** Takes so long, for each of a hundred blocks a minute. */
const timed = (name, slow) => ({
	[node(`${name}_bucket`, 'le="0.5"')]: slow ? '0x120' : '0+100x120',
	[node(`${name}_bucket`, 'le="2"')]: '0+100x120',
	[node(`${name}_bucket`, 'le="+Inf"')]: '0+100x120',
});

/** `fires` and `quiet`: series and their samples; `at` is when both are asked. */
export const CASES = {
	AgoraNodeDown: {
		at: '5m',
		fires: { [node('up')]: '1 1 0x10' },
		// Once, as in a restart.
		quiet: { [node('up')]: '1 1 1 1 0 1x10', [machine('up')]: '0x10' },
	},
	AgoraNodeRestarts: {
		at: '40m',
		fires: { [started]: '100x10 200x10 300x10 400x10' },
		quiet: { [started]: '100x20 200x20' },
	},
	AgoraFewPeers: {
		at: '10m',
		fires: { [node('substrate_sub_libp2p_peers_count')]: '2x20' },
		quiet: { [node('substrate_sub_libp2p_peers_count')]: '2x4 3x20' },
	},
	AgoraNotInSync: {
		at: '20m',
		fires: { [node('substrate_sub_libp2p_is_major_syncing')]: '1x30' },
		quiet: { [node('substrate_sub_libp2p_is_major_syncing')]: '1x10 0x20' },
	},
	AgoraNoNewBlocks: {
		at: '10m',
		fires: { [best]: '0+20x4 80x20' },
		quiet: { [best]: '0+1x20' },
	},
	AgoraFinalityLags: {
		at: '10m',
		fires: { [best]: '100+20x20', [final]: '79+20x20' },
		quiet: { [best]: '100+20x20', [final]: '80+20x20' },
	},
	AgoraFinalityStalled: {
		at: '10m',
		fires: { [best]: '100+20x20', [final]: '90x20' },
		// Nothing is made either: that is AgoraNoNewBlocks.
		quiet: { [best]: '100x20', [final]: '90x20' },
	},
	AgoraForks: {
		at: '20m',
		fires: { [node('substrate_number_leaves')]: '11x30' },
		quiet: { [node('substrate_number_leaves')]: '2x8 11x5 2x20' },
	},
	AgoraOffence: {
		at: '30m',
		fires: { [node('agora_offences_total')]: '0x20 1x20' },
		quiet: { [node('agora_offences_total')]: '3x40' },
	},
	AgoraNotAuthoring: {
		at: '110m',
		fires: { [babe]: '1x120', [built]: '7x120' },
		quiet: { [babe]: '1x120', [built]: '0+1x120' },
	},
	AgoraNotVoting: {
		at: '15m',
		fires: { [grandpa]: '1x20', [votes]: '7x20' },
		// It is not its turn.
		quiet: { [grandpa]: '0x20', [votes]: '7x20' },
	},
	AgoraKeysMissing: {
		at: '10m',
		fires: {
			[node('agora_session_keys', 'key="babe"')]: '0x20',
			[node('substrate_node_roles')]: '4x20',
		},
		// A node that only follows.
		quiet: {
			[node('agora_session_keys', 'key="babe"')]: '0x20',
			[node('substrate_node_roles')]: '1x20',
		},
	},
	AgoraNotActive: {
		at: '40m',
		fires: { [babe]: '1x20 0x30' },
		quiet: { [babe]: '0x50' },
	},
	AgoraBlocksSlow: {
		at: '60m',
		fires: timed('substrate_proposer_block_constructed', true),
		quiet: timed('substrate_proposer_block_constructed', false),
	},
	AgoraImportSlow: {
		at: '60m',
		fires: timed('substrate_block_verification_and_import_time', true),
		quiet: timed('substrate_block_verification_and_import_time', false),
	},
	AgoraPoolFull: {
		at: '10m',
		fires: { [node('substrate_ready_transactions_number')]: '6501x20' },
		quiet: { [node('substrate_ready_transactions_number')]: '6500x20' },
	},
	AgoraQueueGrows: {
		at: '10m',
		fires: { [node('substrate_unbounded_channel_size', 'entity="mpsc"')]: '20000x20' },
		quiet: { [node('substrate_unbounded_channel_size', 'entity="mpsc"')]: '100x20' },
	},
	AgoraSettlementsFail: {
		at: '30m',
		fires: { [node('agora_settlements_failed_total')]: '0x20 1x20' },
		quiet: { [node('agora_settlements_failed_total')]: '2x40' },
	},
	AgoraEventsUnread: {
		at: '30m',
		fires: { [node('agora_events_unread_blocks_total')]: '0x20 1x20' },
		quiet: { [node('agora_events_unread_blocks_total')]: '9x40' },
	},
	MachineDiskFilling: {
		at: '40m',
		// It is half full, and will not be tomorrow.
		fires: { [disk('ext4', '/')]: '500e9-500e6x60' },
		quiet: {
			[disk('ext4', '/')]: '500e9x60',
			[disk('tmpfs', '/run')]: '1e6x60',
			// They are small, and take a kernel now and then.
			[disk('ext4', '/boot')]: '800e6-2e6x60',
			[disk('vfat', '/boot/efi')]: '500e6x60',
			// A disc is always full.
			[disk('iso9660', '/media/cdrom')]: '0x60',
		},
	},
	MachineClockWrong: {
		at: '10m',
		fires: {
			[machine('node_timex_offset_seconds')]: '-0.6x20',
			[machine('node_timex_sync_status')]: '1x20',
		},
		quiet: {
			[machine('node_timex_offset_seconds')]: '-0.4x20',
			[machine('node_timex_sync_status')]: '1x20',
		},
	},
	MachineMemoryLow: {
		at: '10m',
		fires: {
			[machine('node_memory_MemAvailable_bytes')]: '4x20',
			[machine('node_memory_MemTotal_bytes')]: '100x20',
		},
		quiet: {
			[machine('node_memory_MemAvailable_bytes')]: '6x20',
			[machine('node_memory_MemTotal_bytes')]: '100x20',
		},
	},
	MachineDown: {
		at: '10m',
		fires: { [machine('up')]: '0x20' },
		quiet: { [machine('up')]: '1x20', [node('up')]: '0x20' },
	},
};
