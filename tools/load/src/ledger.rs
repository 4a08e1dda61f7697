// SPDX-License-Identifier: Apache-2.0

//! The ledger of ends: what is known of each transaction. It knows of no node and no clock; moments
//! are counted from the start of the load.

use crate::answer::Answer;
use std::{
	collections::{BTreeSet, HashMap},
	time::Duration,
};

/// A transaction's place in the order of submission.
pub type Id = usize;
/// The hash of a signed transaction.
pub type Hash = [u8; 32];

/// After how long a transaction that a pool took is handed in again, if no block has it: pools
/// forget, and nodes are killed with what they had not passed on. From the second time on it is twice as
/// long: a network that is late is not helped by more of the same, and the grace time has to see several.
const FORGOTTEN: Duration = Duration::from_secs(12);
/// How often that doubles.
const DOUBLINGS: u32 = 1;
/// The same for one that was seen in a block which is not final.
const UNDONE: Duration = Duration::from_secs(45);
/// After how long one is handed in again that a node would not take yet.
const NOT_YET: Duration = Duration::from_secs(3);
/// After how long one whose connection broke goes to another node.
const BROKEN: Duration = Duration::from_secs(1);

/// Where a transaction is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
	/// Its moment has not come.
	Planned,
	/// It is on its way to a node.
	Sending,
	/// No end is known; at this moment it is handed in again.
	Open(Duration),
	/// The chain does not take it.
	Refused(String),
	/// A finalised block has it.
	Included { at: Duration, error: Option<String> },
}

/// What is known of one transaction.
#[derive(Clone, Debug)]
struct Entry {
	account: usize,
	planned: Duration,
	state: State,
	/// Whether a pool may have it: then a later refusal says nothing of what was sent before.
	possible: bool,
	/// What the nodes said last, when they did not take it.
	last: Option<String>,
	/// When a best block was first seen to have it.
	seen: Option<Duration>,
	submissions: u32,
	/// What it made: a version, or an offer.
	made: Option<u64>,
}

/// What became of a transaction in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
	/// A finalised block has it; with the error, if it failed there.
	Included(Option<String>),
	/// The nodes refused it, and said so.
	Refused(String),
	/// Neither is known.
	Lost,
}

/// The refusal of what follows a refused transaction on the same account.
pub const BEHIND: &str = "it follows a refused transaction of its account";

/// All transactions of a load.
pub struct Ledger {
	/// By the order of submission, in which each account's nonces ascend.
	entries: Vec<Entry>,
	by_hash: HashMap<Hash, Id>,
	/// Those to be handed in again, by when.
	open: BTreeSet<(Duration, Id)>,
	/// Of those, by account, what is behind a refused one and waits for what becomes of that.
	behind: HashMap<usize, Vec<(Duration, Id)>>,
	/// All before this one are included or refused.
	settled: Id,
	included: usize,
	/// The first transaction of each account that was refused.
	refused: HashMap<usize, Id>,
	/// How often each answer other than `taken` was given.
	answers: HashMap<String, u64>,
}

impl Ledger {
	/// A ledger of transactions by their accounts and the moments at which they are to be sent.
	pub fn new(plan: impl IntoIterator<Item = (usize, Duration)>) -> Self {
		let entry = |(account, planned)| Entry {
			account,
			planned,
			state: State::Planned,
			possible: false,
			last: None,
			seen: None,
			submissions: 0,
			made: None,
		};
		Self {
			entries: plan.into_iter().map(entry).collect(),
			by_hash: HashMap::new(),
			open: BTreeSet::new(),
			behind: HashMap::new(),
			settled: 0,
			included: 0,
			refused: HashMap::new(),
			answers: HashMap::new(),
		}
	}

	/// How many there are.
	pub fn len(&self) -> usize {
		self.entries.len()
	}

	/// When it is to be sent.
	pub fn planned(&self, id: Id) -> Duration {
		self.entries[id].planned
	}

	/// One form of the transaction: signed anew, it has another hash and is still the same.
	pub fn signed(&mut self, id: Id, hash: Hash) {
		self.by_hash.insert(hash, id);
	}

	/// It is on its way to a node. Says how often it was before.
	pub fn sending(&mut self, id: Id) -> u32 {
		let entry = &mut self.entries[id];
		entry.submissions += 1;
		let before = entry.submissions - 1;
		if matches!(entry.state, State::Planned | State::Open(_)) {
			self.set(id, State::Sending);
		}
		before
	}

	fn set(&mut self, id: Id, state: State) {
		let before = std::mem::replace(&mut self.entries[id].state, state);
		if let State::Open(due) = before {
			self.open.remove(&(due, id));
		}
		if let State::Open(due) = self.entries[id].state {
			self.open.insert((due, id));
		}
	}

	/// A node answered, or did not.
	pub fn answered(&mut self, id: Id, answer: Answer, now: Duration) {
		if let Some(why) = answer.reason() {
			*self.answers.entry(why.to_owned()).or_default() += 1;
		}
		let entry = &mut self.entries[id];
		let wait = match answer {
			Answer::Taken => {
				entry.possible = true;
				let before = entry.submissions.saturating_sub(1);
				FORGOTTEN * 2u32.pow(before.min(DOUBLINGS))
			}
			Answer::Unknown(_) => {
				entry.possible = true;
				BROKEN
			}
			Answer::Refused(why) if !entry.possible => {
				if entry.state == State::Sending {
					let account = entry.account;
					self.set(id, State::Refused(why));
					let first = self.refused.entry(account).or_insert(id);
					*first = id.min(*first);
				}
				return;
			}
			Answer::NotNow(why) | Answer::Banned(why) | Answer::Refused(why) => {
				entry.last = Some(why);
				NOT_YET
			}
		};
		if entry.state == State::Sending {
			// One that a block had before the answer came is not handed in again soon.
			let wait = if entry.seen.is_some() { UNDONE } else { wait };
			self.set(id, State::Open(now + wait));
		}
	}

	/// A best block has it.
	pub fn seen(&mut self, hash: &Hash, now: Duration) {
		let Some(&id) = self.by_hash.get(hash) else { return };
		let entry = &mut self.entries[id];
		entry.seen.get_or_insert(now);
		if let State::Open(due) = entry.state {
			self.set(id, State::Open((now + UNDONE).max(due)));
		}
	}

	/// A finalised block has it. What the nodes said before counts no more.
	///
	/// Says which it is, if it is one of ours. Errors if it was included before: a transaction that
	/// acts twice is worse than a lost one.
	pub fn included(
		&mut self,
		hash: &Hash,
		error: Option<String>,
		made: Option<u64>,
		now: Duration,
	) -> Result<Option<Id>, String> {
		let Some(&id) = self.by_hash.get(hash) else { return Ok(None) };
		let entry = &mut self.entries[id];
		if matches!(entry.state, State::Included { .. }) {
			return Err(format!("transaction {id} is in two finalised blocks"));
		}
		entry.seen.get_or_insert(now);
		entry.made = made;
		if matches!(entry.state, State::Refused(_)) {
			// What is behind it has a chance again.
			let account = entry.account;
			self.settled = self.settled.min(id);
			for (due, other) in self.behind.remove(&account).unwrap_or_default() {
				if self.entries[other].state == State::Open(due) {
					self.open.insert((due, other));
				}
			}
		}
		self.set(id, State::Included { at: now, error });
		self.included += 1;
		Ok(Some(id))
	}

	/// Those to be handed in again now, at most so many and those that wait longest first.
	pub fn due(&mut self, now: Duration, most: usize) -> Vec<Id> {
		let (mut due, mut behind) = (Vec::new(), Vec::new());
		for &(when, id) in self.open.range(..=(now, Id::MAX)) {
			if due.len() == most {
				break;
			}
			if self.is_behind(id) {
				behind.push((when, id));
			} else {
				due.push(id);
			}
		}
		for one in behind {
			self.open.remove(&one);
			self.behind.entry(self.entries[one.1].account).or_default().push(one);
		}
		due
	}

	/// Whatever no block has is to be handed in again at once: the forms of before are void.
	pub fn renew(&mut self, now: Duration) {
		let open = self.open.iter().map(|(_, id)| *id);
		let unseen: Vec<_> = open.filter(|id| self.entries[*id].seen.is_none()).collect();
		unseen.into_iter().for_each(|id| self.set(id, State::Open(now)));
	}

	/// Of the first so many, is every end known?
	pub fn is_settled(&mut self, first: usize) -> bool {
		self.settle();
		self.settled >= first
	}

	fn settle(&mut self) {
		while self.settled < self.entries.len() && self.is_known(self.settled) {
			self.settled += 1;
		}
	}

	fn is_known(&self, id: Id) -> bool {
		match self.entries[id].state {
			State::Refused(_) | State::Included { .. } => true,
			State::Planned => false,
			State::Sending | State::Open(_) => self.is_behind(id),
		}
	}

	fn is_behind(&self, id: Id) -> bool {
		let first = self.refused.get(&self.entries[id].account);
		first.is_some_and(|first| {
			*first < id && matches!(self.entries[*first].state, State::Refused(_))
		})
	}

	/// What became of it, when there is nothing more to wait for. Nothing, if it was never sent.
	pub fn end(&self, id: Id) -> Option<End> {
		let entry = &self.entries[id];
		Some(match &entry.state {
			State::Planned => return None,
			State::Included { error, .. } => End::Included(error.clone()),
			State::Refused(why) => End::Refused(why.clone()),
			State::Sending | State::Open(_) if self.is_behind(id) => End::Refused(BEHIND.into()),
			State::Sending | State::Open(_) => match &entry.last {
				Some(why) if !entry.possible => End::Refused(why.clone()),
				_ => End::Lost,
			},
		})
	}

	/// The ends of all that were sent.
	pub fn ends(&self) -> impl Iterator<Item = End> + '_ {
		(0..self.len()).filter_map(|id| self.end(id))
	}

	/// What it made: a version, or an offer.
	pub fn made(&self, id: Id) -> Option<u64> {
		self.entries[id].made
	}

	/// From the planned submission of each that was included to the first block and to finality.
	pub fn latencies(&self) -> (Vec<Duration>, Vec<Duration>) {
		let included = self.entries.iter().filter_map(|entry| match entry.state {
			State::Included { at, .. } => Some((
				entry.seen.unwrap_or(at).saturating_sub(entry.planned),
				at.saturating_sub(entry.planned),
			)),
			_ => None,
		});
		included.unzip()
	}

	/// How many submissions there were beyond the first of each.
	pub fn repeated(&self) -> u64 {
		self.entries.iter().map(|entry| u64::from(entry.submissions.saturating_sub(1))).sum()
	}

	/// How often each answer was given that was no acceptance.
	pub fn answers(&self) -> &HashMap<String, u64> {
		&self.answers
	}

	/// How many are included.
	pub fn count_included(&self) -> usize {
		self.included
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const fn at(seconds: u64) -> Duration {
		Duration::from_secs(seconds)
	}

	fn hash(id: Id) -> Hash {
		[id as u8; 32]
	}

	/// Four transactions of two accounts, sent at once.
	fn sent() -> Ledger {
		let mut ledger = Ledger::new((0..4).map(|id| (id % 2, at(0))));
		for id in 0..4 {
			ledger.signed(id, hash(id));
			ledger.sending(id);
		}
		ledger
	}

	fn refused(why: &str) -> Answer {
		Answer::Refused(why.into())
	}

	#[test]
	fn each_has_one_end() {
		let mut ledger = sent();
		for id in 0..3 {
			ledger.answered(id, Answer::Taken, at(1));
		}
		ledger.answered(3, refused("poor"), at(1));
		assert_eq!(ledger.included(&hash(0), None, Some(7), at(4)), Ok(Some(0)));
		let failed = Some("Market.OfferClosed".to_owned());
		assert_eq!(ledger.included(&hash(2), failed.clone(), None, at(4)), Ok(Some(2)));
		assert!(!ledger.is_settled(4));
		let ends: Vec<_> = ledger.ends().collect();
		let wanted =
			[End::Included(None), End::Lost, End::Included(failed), End::Refused("poor".into())];
		assert_eq!(ends, wanted);
		assert_eq!((ledger.made(0), ledger.made(2)), (Some(7), None));
	}

	#[test]
	fn what_was_never_sent_has_no_end() {
		let mut ledger = Ledger::new([(0, at(0)), (0, at(1))]);
		ledger.sending(0);
		assert_eq!(ledger.end(0), Some(End::Lost));
		assert_eq!(ledger.end(1), None);
		assert_eq!(ledger.ends().count(), 1);
	}

	#[test]
	fn a_block_of_others_is_not_counted() {
		let mut ledger = sent();
		assert_eq!(ledger.included(&[9; 32], None, None, at(1)), Ok(None));
		assert_eq!(ledger.count_included(), 0);
	}

	#[test]
	fn inclusion_twice_is_an_error_in_whatever_form() {
		let mut ledger = sent();
		ledger.signed(0, hash(9));
		assert_eq!(ledger.included(&hash(9), None, None, at(1)), Ok(Some(0)));
		assert!(ledger.included(&hash(0), None, None, at(2)).is_err());
		assert_eq!(ledger.count_included(), 1);
	}

	#[test]
	fn what_follows_a_refused_one_is_refused_with_it() {
		let mut ledger = sent();
		ledger.answered(0, refused("poor"), at(1));
		ledger.answered(2, Answer::Taken, at(1));
		assert_eq!(ledger.end(2), Some(End::Refused(BEHIND.into())));
		assert_eq!(ledger.end(1), Some(End::Lost));
		// It is not handed in again, and nobody waits for it.
		assert!(ledger.due(at(60), 9).is_empty());
		ledger.included(&hash(1), None, None, at(2)).unwrap();
		ledger.included(&hash(3), None, None, at(2)).unwrap();
		assert!(ledger.is_settled(4));
	}

	#[test]
	fn the_chain_has_the_last_word() {
		let mut ledger = sent();
		ledger.answered(0, refused("poor"), at(1));
		ledger.included(&hash(0), None, None, at(2)).unwrap();
		assert_eq!(ledger.end(0), Some(End::Included(None)));
		assert_eq!(ledger.end(2), Some(End::Lost));
		// What was behind it is to be seen to again.
		ledger.answered(2, Answer::Taken, at(2));
		assert!(!ledger.is_settled(3));
		assert_eq!(ledger.due(at(14), 9), [2]);
		// An answer that comes late changes nothing.
		ledger.answered(0, Answer::Unknown("gone".into()), at(3));
		assert_eq!(ledger.end(0), Some(End::Included(None)));
	}

	#[test]
	fn what_was_left_alone_behind_a_refused_one_is_not_forgotten() {
		let mut ledger = sent();
		ledger.answered(0, refused("poor"), at(1));
		ledger.answered(2, Answer::Taken, at(1));
		for id in [1, 3] {
			ledger.included(&hash(id), None, None, at(1)).unwrap();
		}
		assert!(ledger.due(at(60), 9).is_empty());
		assert!(ledger.is_settled(4));
		ledger.included(&hash(0), None, None, at(61)).unwrap();
		assert!(!ledger.is_settled(4));
		assert_eq!(ledger.due(at(61), 9), [2]);
		ledger.included(&hash(2), None, None, at(62)).unwrap();
		assert!(ledger.due(at(99), 9).is_empty());
		assert!(ledger.is_settled(4));
	}

	#[test]
	fn a_refusal_says_nothing_of_what_may_be_in_a_pool() {
		let mut ledger = sent();
		ledger.answered(0, Answer::Unknown("gone".into()), at(1));
		assert_eq!(ledger.due(at(2), 9), [0]);
		ledger.sending(0);
		ledger.answered(0, refused("poor"), at(3));
		assert_eq!(ledger.end(0), Some(End::Lost));
		assert_eq!(ledger.due(at(6), 9), [0]);
	}

	#[test]
	fn one_that_no_node_ever_takes_is_refused_in_the_end() {
		let mut ledger = sent();
		ledger.answered(0, Answer::NotNow("full".into()), at(1));
		assert!(!ledger.is_settled(1));
		assert_eq!(ledger.end(0), Some(End::Refused("full".into())));
		assert_eq!(ledger.answers()["full"], 1);
	}

	#[test]
	fn what_is_forgotten_is_handed_in_again() {
		let mut ledger = sent();
		for id in 0..4 {
			ledger.answered(id, Answer::Taken, at(1));
		}
		ledger.seen(&hash(1), at(4));
		ledger.included(&hash(2), None, None, at(4)).unwrap();
		assert!(ledger.due(at(12), 9).is_empty());
		assert_eq!(ledger.due(at(13), 9), [0, 3]);
		assert_eq!(ledger.due(at(13), 1), [0]);
		ledger.sending(0);
		assert_eq!(ledger.due(at(13), 9), [3]);
		// The block that had it was undone.
		assert_eq!(ledger.due(at(49), 9), [3, 1]);
		assert_eq!(ledger.repeated(), 1);
	}

	#[test]
	fn it_is_handed_in_more_rarely_after_the_first_time() {
		let mut ledger = sent();
		let mut now = at(0);
		for wait in [12, 24, 24, 24] {
			ledger.answered(0, Answer::Taken, now);
			now += at(wait);
			assert!(ledger.due(now - at(1), 9).is_empty());
			assert_eq!(ledger.due(now, 9), [0]);
			ledger.sending(0);
		}
	}

	#[test]
	fn all_but_what_a_block_has_is_renewed() {
		let mut ledger = sent();
		for id in 0..4 {
			ledger.answered(id, Answer::Taken, at(1));
		}
		ledger.seen(&hash(1), at(2));
		ledger.renew(at(3));
		assert_eq!(ledger.due(at(3), 9), [0, 2, 3]);
	}

	#[test]
	fn latencies_count_from_the_plan() {
		let mut ledger = Ledger::new([(0, at(1)), (0, at(2)), (1, at(3))]);
		for id in 0..3 {
			ledger.signed(id, hash(id));
			ledger.sending(id);
		}
		ledger.seen(&hash(0), at(4));
		ledger.included(&hash(0), None, None, at(9)).unwrap();
		ledger.included(&hash(1), None, None, at(9)).unwrap();
		assert_eq!(ledger.latencies(), (vec![at(3), at(7)], vec![at(8), at(7)]));
	}
}
