import { Enum, GetEnum, SizedHex, SS58String, ResultPayload, FixedSizeArray, TxCallData } from "polkadot-api";
type AnonymousEnum<T extends {}> = T & {
    __anonymous: true;
};
type MyTuple<T> = [T, ...T[]];
type SeparateUndefined<T> = undefined extends T ? undefined | Exclude<T, undefined> : T;
type Anonymize<T> = SeparateUndefined<T extends string | number | bigint | boolean | void | undefined | null | symbol | Uint8Array | Enum<any> ? T : T extends AnonymousEnum<infer V> ? Enum<V> : T extends MyTuple<any> ? {
    [K in keyof T]: T[K];
} : T extends [] ? [] : T extends FixedSizeArray<infer L, infer T> ? number extends L ? Array<T> : FixedSizeArray<L, T> : {
    [K in keyof T & string]: T[K];
}>;
export type I5sesotjlssv2d = {
    "nonce": number;
    "consumers": number;
    "providers": number;
    "sufficients": number;
    "data": {
        "free": bigint;
        "reserved": bigint;
        "frozen": bigint;
        "flags": bigint;
    };
};
export type Iffmde3ekjedi9 = {
    "normal": Anonymize<I4q39t5hn830vp>;
    "operational": Anonymize<I4q39t5hn830vp>;
    "mandatory": Anonymize<I4q39t5hn830vp>;
};
export type I4q39t5hn830vp = {
    "ref_time": bigint;
    "proof_size": bigint;
};
export type I4mddgoa69c0a2 = Array<DigestItem>;
export type DigestItem = Enum<{
    "PreRuntime": [SizedHex<4>, Uint8Array];
    "Consensus": [SizedHex<4>, Uint8Array];
    "Seal": [SizedHex<4>, Uint8Array];
    "Other": Uint8Array;
    "RuntimeEnvironmentUpdated": undefined;
}>;
export declare const DigestItem: GetEnum<DigestItem>;
export type I81o6go0m2ust7 = Array<{
    "phase": Phase;
    "event": Enum<{
        "System": Anonymize<I5ll2se6bbmso8>;
        "Utility": Enum<{
            /**
             * Batch of dispatches did not complete fully. Index of first failing dispatch given, as
             * well as the error.
             */
            "BatchInterrupted": {
                "index": number;
                "error": Anonymize<Iamqkke0he1r00>;
            };
            /**
             * Batch of dispatches completed fully with no error.
             */
            "BatchCompleted": undefined;
            /**
             * Batch of dispatches completed but has errors.
             */
            "BatchCompletedWithErrors": undefined;
            /**
             * A single item within a Batch of dispatches has completed with no error.
             */
            "ItemCompleted": undefined;
            /**
             * A single item within a Batch of dispatches has completed with error.
             */
            "ItemFailed": {
                "error": Anonymize<Iamqkke0he1r00>;
            };
            /**
             * A call was dispatched.
             */
            "DispatchedAs": Anonymize<Iae70r0oer8urv>;
            /**
             * Main call was dispatched.
             */
            "IfElseMainSuccess": undefined;
            /**
             * The fallback call was dispatched.
             */
            "IfElseFallbackCalled": {
                "main_error": Anonymize<Iamqkke0he1r00>;
            };
        }>;
        "Multisig": Enum<{
            /**
             * A new multisig operation has begun.
             */
            "NewMultisig": {
                "approving": SS58String;
                "multisig": SS58String;
                "call_hash": SizedHex<32>;
            };
            /**
             * A multisig operation has been approved by someone.
             */
            "MultisigApproval": {
                "approving": SS58String;
                "timepoint": Anonymize<Itvprrpb0nm3o>;
                "multisig": SS58String;
                "call_hash": SizedHex<32>;
            };
            /**
             * A multisig operation has been executed.
             */
            "MultisigExecuted": {
                "approving": SS58String;
                "timepoint": Anonymize<Itvprrpb0nm3o>;
                "multisig": SS58String;
                "call_hash": SizedHex<32>;
                "result": Anonymize<I6gj9791jlsihg>;
            };
            /**
             * A multisig operation has been cancelled.
             */
            "MultisigCancelled": {
                "cancelling": SS58String;
                "timepoint": Anonymize<Itvprrpb0nm3o>;
                "multisig": SS58String;
                "call_hash": SizedHex<32>;
            };
            /**
             * The deposit for a multisig operation has been updated/poked.
             */
            "DepositPoked": {
                "who": SS58String;
                "call_hash": SizedHex<32>;
                "old_deposit": bigint;
                "new_deposit": bigint;
            };
        }>;
        "Proxy": Enum<{
            /**
             * A proxy was executed correctly, with the given.
             */
            "ProxyExecuted": Anonymize<Iae70r0oer8urv>;
            /**
             * A pure account has been created by new proxy with given
             * disambiguation index and proxy type.
             */
            "PureCreated": {
                "pure": SS58String;
                "who": SS58String;
                "proxy_type": Anonymize<Ib7osnsidvmqib>;
                "disambiguation_index": number;
                "at": number;
                "extrinsic_index": number;
            };
            /**
             * A pure proxy was killed by its spawner.
             */
            "PureKilled": {
                "pure": SS58String;
                "spawner": SS58String;
                "proxy_type": Anonymize<Ib7osnsidvmqib>;
                "disambiguation_index": number;
            };
            /**
             * An announcement was placed to make a call in the future.
             */
            "Announced": {
                "real": SS58String;
                "proxy": SS58String;
                "call_hash": SizedHex<32>;
            };
            /**
             * A proxy was added.
             */
            "ProxyAdded": {
                "delegator": SS58String;
                "delegatee": SS58String;
                "proxy_type": Anonymize<Ib7osnsidvmqib>;
                "delay": number;
            };
            /**
             * A proxy was removed.
             */
            "ProxyRemoved": {
                "delegator": SS58String;
                "delegatee": SS58String;
                "proxy_type": Anonymize<Ib7osnsidvmqib>;
                "delay": number;
            };
            /**
             * A deposit stored for proxies or announcements was poked / updated.
             */
            "DepositPoked": {
                "who": SS58String;
                "kind": Enum<{
                    "Proxies": undefined;
                    "Announcements": undefined;
                }>;
                "old_deposit": bigint;
                "new_deposit": bigint;
            };
        }>;
        "Preimage": PreimageEvent;
        "Scheduler": Enum<{
            /**
             * Scheduled some task.
             */
            "Scheduled": Anonymize<I5n4sebgkfr760>;
            /**
             * Canceled some task.
             */
            "Canceled": Anonymize<I5n4sebgkfr760>;
            /**
             * Dispatched some task.
             */
            "Dispatched": {
                "task": Anonymize<I9jd27rnpm8ttv>;
                "id"?: Anonymize<I4s6vifaf8k998>;
                "result": Anonymize<I6gj9791jlsihg>;
            };
            /**
             * Set a retry configuration for some task.
             */
            "RetrySet": {
                "task": Anonymize<I9jd27rnpm8ttv>;
                "id"?: Anonymize<I4s6vifaf8k998>;
                "period": number;
                "retries": number;
            };
            /**
             * Cancel a retry configuration for some task.
             */
            "RetryCancelled": {
                "task": Anonymize<I9jd27rnpm8ttv>;
                "id"?: Anonymize<I4s6vifaf8k998>;
            };
            /**
             * The call for the provided hash was not found so the task has been aborted.
             */
            "CallUnavailable": {
                "task": Anonymize<I9jd27rnpm8ttv>;
                "id"?: Anonymize<I4s6vifaf8k998>;
            };
            /**
             * The given task was unable to be renewed since the agenda is full at that block.
             */
            "PeriodicFailed": {
                "task": Anonymize<I9jd27rnpm8ttv>;
                "id"?: Anonymize<I4s6vifaf8k998>;
            };
            /**
             * The given task was unable to be retried since the agenda is full at that block or there
             * was not enough weight to reschedule it.
             */
            "RetryFailed": {
                "task": Anonymize<I9jd27rnpm8ttv>;
                "id"?: Anonymize<I4s6vifaf8k998>;
            };
            /**
             * The given task can never be executed since it is overweight.
             */
            "PermanentlyOverweight": {
                "task": Anonymize<I9jd27rnpm8ttv>;
                "id"?: Anonymize<I4s6vifaf8k998>;
            };
            /**
             * Agenda is incomplete from `when`.
             */
            "AgendaIncomplete": {
                "when": number;
            };
        }>;
        "MultiBlockMigrations": Enum<{
            /**
             * A Runtime upgrade started.
             *
             * Its end is indicated by `UpgradeCompleted` or `UpgradeFailed`.
             */
            "UpgradeStarted": {
                /**
                 * The number of migrations that this upgrade contains.
                 *
                 * This can be used to design a progress indicator in combination with counting the
                 * `MigrationCompleted` and `MigrationSkipped` events.
                 */
                "migrations": number;
            };
            /**
             * The current runtime upgrade completed.
             *
             * This implies that all of its migrations completed successfully as well.
             */
            "UpgradeCompleted": undefined;
            /**
             * Runtime upgrade failed.
             *
             * This is very bad and will require governance intervention.
             */
            "UpgradeFailed": undefined;
            /**
             * A migration was skipped since it was already executed in the past.
             */
            "MigrationSkipped": Anonymize<I666bl2fqjkejo>;
            /**
             * A migration progressed.
             */
            "MigrationAdvanced": {
                /**
                 * The index of the migration within the [`Config::Migrations`] list.
                 */
                "index": number;
                /**
                 * The number of blocks that this migration took so far.
                 */
                "took": number;
            };
            /**
             * A Migration completed.
             */
            "MigrationCompleted": {
                /**
                 * The index of the migration within the [`Config::Migrations`] list.
                 */
                "index": number;
                /**
                 * The number of blocks that this migration took so far.
                 */
                "took": number;
            };
            /**
             * A Migration failed.
             *
             * This implies that the whole upgrade failed and governance intervention is required.
             */
            "MigrationFailed": {
                /**
                 * The index of the migration within the [`Config::Migrations`] list.
                 */
                "index": number;
                /**
                 * The number of blocks that this migration took so far.
                 */
                "took": number;
            };
            /**
             * The set of historical migrations has been cleared.
             */
            "HistoricCleared": {
                /**
                 * Should be passed to `clear_historic` in a successive call.
                 */
                "next_cursor"?: Anonymize<Iabpgqcjikia83>;
            };
        }>;
        "SafeMode": Enum<{
            /**
             * The safe-mode was entered until inclusively this block.
             */
            "Entered": {
                "until": number;
            };
            /**
             * The safe-mode was extended until inclusively this block.
             */
            "Extended": {
                "until": number;
            };
            /**
             * Exited the safe-mode for a specific reason.
             */
            "Exited": {
                "reason": Enum<{
                    "Timeout": undefined;
                    "Force": undefined;
                }>;
            };
            /**
             * An account reserved funds for either entering or extending the safe-mode.
             */
            "DepositPlaced": Anonymize<Ic262ibdoec56a>;
            /**
             * An account had a reserve released that was reserved.
             */
            "DepositReleased": Anonymize<Ic262ibdoec56a>;
            /**
             * An account had reserve slashed that was reserved.
             */
            "DepositSlashed": Anonymize<Ic262ibdoec56a>;
            /**
             * Could not hold funds for entering or extending the safe-mode.
             *
             * This error comes from the underlying `Currency`.
             */
            "CannotDeposit": undefined;
            /**
             * Could not release funds for entering or extending the safe-mode.
             *
             * This error comes from the underlying `Currency`.
             */
            "CannotRelease": undefined;
        }>;
        "TxPause": Enum<{
            /**
             * This pallet, or a specific call is now paused.
             */
            "CallPaused": Anonymize<Iba7pefg0d11kh>;
            /**
             * This pallet, or a specific call is now unpaused.
             */
            "CallUnpaused": Anonymize<Iba7pefg0d11kh>;
        }>;
        "Sudo": Enum<{
            /**
             * A sudo call just took place.
             */
            "Sudid": {
                /**
                 * The result of the call made by the sudo user.
                 */
                "sudo_result": Anonymize<I6gj9791jlsihg>;
            };
            /**
             * The sudo key has been updated.
             */
            "KeyChanged": {
                /**
                 * The old sudo key (if one was previously set).
                 */
                "old"?: Anonymize<Ihfphjolmsqq1>;
                /**
                 * The new sudo key (if one was set).
                 */
                "new": SS58String;
            };
            /**
             * The key was permanently removed.
             */
            "KeyRemoved": undefined;
            /**
             * A [sudo_as](Pallet::sudo_as) call just took place.
             */
            "SudoAsDone": {
                /**
                 * The result of the call made by the sudo user.
                 */
                "sudo_result": Anonymize<I6gj9791jlsihg>;
            };
        }>;
        "Balances": Enum<{
            /**
             * An account was created with some free balance.
             */
            "Endowed": {
                "account": SS58String;
                "free_balance": bigint;
            };
            /**
             * An account was removed whose balance was non-zero but below ExistentialDeposit,
             * resulting in an outright loss.
             */
            "DustLost": Anonymize<Ic262ibdoec56a>;
            /**
             * Transfer succeeded.
             */
            "Transfer": {
                "from": SS58String;
                "to": SS58String;
                "amount": bigint;
            };
            /**
             * A balance was set by root.
             */
            "BalanceSet": {
                "who": SS58String;
                "free": bigint;
            };
            /**
             * Some balance was reserved (moved from free to reserved).
             */
            "Reserved": Anonymize<Id5fm4p8lj5qgi>;
            /**
             * Some balance was unreserved (moved from reserved to free).
             */
            "Unreserved": Anonymize<Id5fm4p8lj5qgi>;
            /**
             * Some balance was moved from the reserve of the first account to the second account.
             * Final argument indicates the destination balance type.
             */
            "ReserveRepatriated": {
                "from": SS58String;
                "to": SS58String;
                "amount": bigint;
                "destination_status": BalanceStatus;
            };
            /**
             * Some amount was deposited (e.g. for transaction fees).
             */
            "Deposit": Anonymize<Id5fm4p8lj5qgi>;
            /**
             * Some amount was withdrawn from the account (e.g. for transaction fees).
             */
            "Withdraw": Anonymize<Id5fm4p8lj5qgi>;
            /**
             * Some amount was removed from the account (e.g. for misbehavior).
             */
            "Slashed": Anonymize<Id5fm4p8lj5qgi>;
            /**
             * Some amount was minted into an account.
             */
            "Minted": Anonymize<Id5fm4p8lj5qgi>;
            /**
             * Some credit was balanced and added to the TotalIssuance.
             */
            "MintedCredit": {
                "amount": bigint;
            };
            /**
             * Some amount was burned from an account.
             */
            "Burned": Anonymize<Id5fm4p8lj5qgi>;
            /**
             * Some debt has been dropped from the Total Issuance.
             */
            "BurnedDebt": {
                "amount": bigint;
            };
            /**
             * Some amount was suspended from an account (it can be restored later).
             */
            "Suspended": Anonymize<Id5fm4p8lj5qgi>;
            /**
             * Some amount was restored into an account.
             */
            "Restored": Anonymize<Id5fm4p8lj5qgi>;
            /**
             * An account was upgraded.
             */
            "Upgraded": Anonymize<I4cbvqmqadhrea>;
            /**
             * Total issuance was increased by `amount`, creating a credit to be balanced.
             */
            "Issued": {
                "amount": bigint;
            };
            /**
             * Total issuance was decreased by `amount`, creating a debt to be balanced.
             */
            "Rescinded": {
                "amount": bigint;
            };
            /**
             * Some balance was locked.
             */
            "Locked": Anonymize<Id5fm4p8lj5qgi>;
            /**
             * Some balance was unlocked.
             */
            "Unlocked": Anonymize<Id5fm4p8lj5qgi>;
            /**
             * Some balance was frozen.
             */
            "Frozen": Anonymize<Id5fm4p8lj5qgi>;
            /**
             * Some balance was thawed.
             */
            "Thawed": Anonymize<Id5fm4p8lj5qgi>;
            /**
             * The `TotalIssuance` was forcefully changed.
             */
            "TotalIssuanceForced": {
                "old": bigint;
                "new": bigint;
            };
            /**
             * Some balance was placed on hold.
             */
            "Held": {
                "reason": Anonymize<I6r0masi6c6tuf>;
                "who": SS58String;
                "amount": bigint;
            };
            /**
             * Held balance was burned from an account.
             */
            "BurnedHeld": {
                "reason": Anonymize<I6r0masi6c6tuf>;
                "who": SS58String;
                "amount": bigint;
            };
            /**
             * A transfer of `amount` on hold from `source` to `dest` was initiated.
             */
            "TransferOnHold": {
                "reason": Anonymize<I6r0masi6c6tuf>;
                "source": SS58String;
                "dest": SS58String;
                "amount": bigint;
            };
            /**
             * The `transferred` balance is placed on hold at the `dest` account.
             */
            "TransferAndHold": {
                "reason": Anonymize<I6r0masi6c6tuf>;
                "source": SS58String;
                "dest": SS58String;
                "transferred": bigint;
            };
            /**
             * Some balance was released from hold.
             */
            "Released": {
                "reason": Anonymize<I6r0masi6c6tuf>;
                "who": SS58String;
                "amount": bigint;
            };
            /**
             * An unexpected/defensive event was triggered.
             */
            "Unexpected": Enum<{
                "BalanceUpdated": undefined;
                "FailedToMutateAccount": undefined;
            }>;
        }>;
        "TransactionPayment": TransactionPaymentEvent;
        "Treasury": Enum<{
            /**
             * We have ended a spend period and will now allocate funds.
             */
            "Spending": {
                "budget_remaining": bigint;
            };
            /**
             * Some funds have been allocated.
             */
            "Awarded": {
                "proposal_index": number;
                "award": bigint;
                "account": SS58String;
            };
            /**
             * Some of our funds have been burnt.
             */
            "Burnt": {
                "burnt_funds": bigint;
            };
            /**
             * Spending has finished; this is the amount that rolls over until next spend.
             */
            "Rollover": {
                "rollover_balance": bigint;
            };
            /**
             * Some funds have been deposited.
             */
            "Deposit": Anonymize<Ie5v6njpckr05b>;
            /**
             * A new spend proposal has been approved.
             */
            "SpendApproved": {
                "proposal_index": number;
                "amount": bigint;
                "beneficiary": SS58String;
            };
            /**
             * The inactive funds of the pallet have been updated.
             */
            "UpdatedInactive": {
                "reactivated": bigint;
                "deactivated": bigint;
            };
            /**
             * A new asset spend proposal has been approved.
             */
            "AssetSpendApproved": {
                "index": number;
                "amount": bigint;
                "beneficiary": SS58String;
                "valid_from": number;
                "expire_at": number;
            };
            /**
             * An approved spend was voided.
             */
            "AssetSpendVoided": Anonymize<I666bl2fqjkejo>;
            /**
             * A payment happened.
             */
            "Paid": Anonymize<I666bl2fqjkejo>;
            /**
             * A payment failed and can be retried.
             */
            "PaymentFailed": Anonymize<I666bl2fqjkejo>;
            /**
             * A spend was processed and removed from the storage. It might have been successfully
             * paid or it may have expired.
             */
            "SpendProcessed": Anonymize<I666bl2fqjkejo>;
        }>;
        "Staking": Enum<{
            /**
             * The era payout has been set; the first balance is the validator-payout; the second is
             * the remainder from the maximum amount of reward.
             */
            "EraPaid": {
                "era_index": number;
                "validator_payout": bigint;
                "remainder": bigint;
            };
            /**
             * The nominator has been rewarded by this amount to this destination.
             */
            "Rewarded": {
                "stash": SS58String;
                "dest": StakingRewardDestination;
                "amount": bigint;
            };
            /**
             * A staker (validator or nominator) has been slashed by the given amount.
             */
            "Slashed": {
                "staker": SS58String;
                "amount": bigint;
            };
            /**
             * A slash for the given validator, for the given percentage of their stake, at the given
             * era as been reported.
             */
            "SlashReported": {
                "validator": SS58String;
                "fraction": number;
                "slash_era": number;
            };
            /**
             * An old slashing report from a prior era was discarded because it could
             * not be processed.
             */
            "OldSlashingReportDiscarded": Anonymize<I2hq50pu2kdjpo>;
            /**
             * A new set of stakers was elected.
             */
            "StakersElected": undefined;
            /**
             * An account has bonded this amount. \[stash, amount\]
             *
             * NOTE: This event is only emitted when funds are bonded via a dispatchable. Notably,
             * it will not be emitted for staking rewards when they are added to stake.
             */
            "Bonded": {
                "stash": SS58String;
                "amount": bigint;
            };
            /**
             * An account has unbonded this amount.
             */
            "Unbonded": {
                "stash": SS58String;
                "amount": bigint;
            };
            /**
             * An account has called `withdraw_unbonded` and removed unbonding chunks worth `Balance`
             * from the unlocking queue.
             */
            "Withdrawn": {
                "stash": SS58String;
                "amount": bigint;
            };
            /**
             * A nominator has been kicked from a validator.
             */
            "Kicked": {
                "nominator": SS58String;
                "stash": SS58String;
            };
            /**
             * The election failed. No new era is planned.
             */
            "StakingElectionFailed": undefined;
            /**
             * An account has stopped participating as either a validator or nominator.
             */
            "Chilled": Anonymize<Idl3umm12u5pa>;
            /**
             * A Page of stakers rewards are getting paid. `next` is `None` if all pages are claimed.
             */
            "PayoutStarted": {
                "era_index": number;
                "validator_stash": SS58String;
                "page": number;
                "next"?: Anonymize<I4arjljr6dpflb>;
            };
            /**
             * A validator has set their preferences.
             */
            "ValidatorPrefsSet": {
                "stash": SS58String;
                "prefs": Anonymize<I9o7ssi9vmhmgr>;
            };
            /**
             * Voters size limit reached.
             */
            "SnapshotVotersSizeExceeded": {
                "size": number;
            };
            /**
             * Targets size limit reached.
             */
            "SnapshotTargetsSizeExceeded": {
                "size": number;
            };
            /**
             * A new force era mode was set.
             */
            "ForceEra": {
                "mode": StakingForcing;
            };
            /**
             * Report of a controller batch deprecation.
             */
            "ControllerBatchDeprecated": {
                "failures": number;
            };
            /**
             * Staking balance migrated from locks to holds, with any balance that could not be held
             * is force withdrawn.
             */
            "CurrencyMigrated": {
                "stash": SS58String;
                "force_withdraw": bigint;
            };
        }>;
        "Offences": Enum<{
            /**
             * There is an offence reported of the given `kind` happened at the `session_index` and
             * (kind-specific) time slot. This event is not deposited for duplicate slashes.
             * \[kind, slot\].
             */
            "Offence": {
                "kind": SizedHex<16>;
                "slot": Uint8Array;
            };
        }>;
        "Historical": Enum<{
            /**
             * The merkle root of the validators of the said session were stored
             */
            "RootStored": Anonymize<I666bl2fqjkejo>;
            /**
             * The merkle roots of up to this session index were pruned
             */
            "RootsPruned": {
                "up_to": number;
            };
        }>;
        "Session": Enum<{
            /**
             * New session has happened. Note that the argument is the session index, not the
             * block number as the type might suggest.
             */
            "NewSession": Anonymize<I2hq50pu2kdjpo>;
            /**
             * The `NewSession` event in the current block also implies a new validator set to be
             * queued.
             */
            "NewQueued": undefined;
            /**
             * Validator has been disabled.
             */
            "ValidatorDisabled": {
                "validator": SS58String;
            };
            /**
             * Validator has been re-enabled.
             */
            "ValidatorReenabled": {
                "validator": SS58String;
            };
        }>;
        "Grandpa": GrandpaEvent;
        "Identity": Enum<{
            /**
             * A name was set or reset (which will remove all judgements).
             */
            "IdentitySet": Anonymize<I4cbvqmqadhrea>;
            /**
             * A name was cleared, and the given balance returned.
             */
            "IdentityCleared": {
                "who": SS58String;
                "deposit": bigint;
            };
            /**
             * A name was removed and the given balance slashed.
             */
            "IdentityKilled": {
                "who": SS58String;
                "deposit": bigint;
            };
            /**
             * A judgement was asked from a registrar.
             */
            "JudgementRequested": {
                "who": SS58String;
                "registrar_index": number;
            };
            /**
             * A judgement request was retracted.
             */
            "JudgementUnrequested": {
                "who": SS58String;
                "registrar_index": number;
            };
            /**
             * A judgement was given by a registrar.
             */
            "JudgementGiven": {
                "target": SS58String;
                "registrar_index": number;
            };
            /**
             * A registrar was added.
             */
            "RegistrarAdded": {
                "registrar_index": number;
            };
            /**
             * A registrar was removed.
             */
            "RegistrarRemoved": {
                "registrar_index": number;
            };
            /**
             * A sub-identity was added to an identity and the deposit paid.
             */
            "SubIdentityAdded": {
                "sub": SS58String;
                "main": SS58String;
                "deposit": bigint;
            };
            /**
             * An account's sub-identities were set (in bulk).
             */
            "SubIdentitiesSet": {
                "main": SS58String;
                "number_of_subs": number;
                "new_deposit": bigint;
            };
            /**
             * A given sub-account's associated name was changed by its super-identity.
             */
            "SubIdentityRenamed": {
                "sub": SS58String;
                "main": SS58String;
            };
            /**
             * A sub-identity was removed from an identity and the deposit freed.
             */
            "SubIdentityRemoved": {
                "sub": SS58String;
                "main": SS58String;
                "deposit": bigint;
            };
            /**
             * A sub-identity was cleared, and the given deposit repatriated from the
             * main identity account to the sub-identity account.
             */
            "SubIdentityRevoked": {
                "sub": SS58String;
                "main": SS58String;
                "deposit": bigint;
            };
            /**
             * A username authority was added.
             */
            "AuthorityAdded": {
                "authority": SS58String;
            };
            /**
             * A username authority was removed.
             */
            "AuthorityRemoved": {
                "authority": SS58String;
            };
            /**
             * A username was set for `who`.
             */
            "UsernameSet": {
                "who": SS58String;
                "username": Uint8Array;
            };
            /**
             * A username was queued, but `who` must accept it prior to `expiration`.
             */
            "UsernameQueued": {
                "who": SS58String;
                "username": Uint8Array;
                "expiration": number;
            };
            /**
             * A queued username passed its expiration without being claimed and was removed.
             */
            "PreapprovalExpired": {
                "whose": SS58String;
            };
            /**
             * A username was set as a primary and can be looked up from `who`.
             */
            "PrimaryUsernameSet": {
                "who": SS58String;
                "username": Uint8Array;
            };
            /**
             * A dangling username (as in, a username corresponding to an account that has removed its
             * identity) has been removed.
             */
            "DanglingUsernameRemoved": {
                "who": SS58String;
                "username": Uint8Array;
            };
            /**
             * A username has been unbound.
             */
            "UsernameUnbound": Anonymize<Ie5l999tf7t2te>;
            /**
             * A username has been removed.
             */
            "UsernameRemoved": Anonymize<Ie5l999tf7t2te>;
            /**
             * A username has been killed.
             */
            "UsernameKilled": Anonymize<Ie5l999tf7t2te>;
        }>;
        "ConvictionVoting": Enum<{
            /**
             * An account has delegated their vote to another account. \[who, target\]
             */
            "Delegated": [SS58String, SS58String, number];
            /**
             * An \[account\] has cancelled a previous delegation operation.
             */
            "Undelegated": Anonymize<I6ouflveob4eli>;
            /**
             * An account has voted
             */
            "Voted": {
                "who": SS58String;
                "vote": ConvictionVotingVoteAccountVote;
                "poll_index": number;
            };
            /**
             * A vote has been removed
             */
            "VoteRemoved": {
                "who": SS58String;
                "vote": ConvictionVotingVoteAccountVote;
                "poll_index": number;
            };
            /**
             * The lockup period of a conviction vote expired, and the funds have been unlocked.
             */
            "VoteUnlocked": {
                "who": SS58String;
                "class": number;
            };
        }>;
        "Referenda": Enum<{
            /**
             * A referendum has been submitted.
             */
            "Submitted": {
                /**
                 * Index of the referendum.
                 */
                "index": number;
                /**
                 * The track (and by extension proposal dispatch origin) of this referendum.
                 */
                "track": number;
                /**
                 * The proposal for the referendum.
                 */
                "proposal": PreimagesBounded;
            };
            /**
             * The decision deposit has been placed.
             */
            "DecisionDepositPlaced": {
                /**
                 * Index of the referendum.
                 */
                "index": number;
                /**
                 * The account who placed the deposit.
                 */
                "who": SS58String;
                /**
                 * The amount placed by the account.
                 */
                "amount": bigint;
            };
            /**
             * The decision deposit has been refunded.
             */
            "DecisionDepositRefunded": {
                /**
                 * Index of the referendum.
                 */
                "index": number;
                /**
                 * The account who placed the deposit.
                 */
                "who": SS58String;
                /**
                 * The amount placed by the account.
                 */
                "amount": bigint;
            };
            /**
             * A deposit has been slashed.
             */
            "DepositSlashed": Anonymize<Id5fm4p8lj5qgi>;
            /**
             * A referendum has moved into the deciding phase.
             */
            "DecisionStarted": {
                /**
                 * Index of the referendum.
                 */
                "index": number;
                /**
                 * The track (and by extension proposal dispatch origin) of this referendum.
                 */
                "track": number;
                /**
                 * The proposal for the referendum.
                 */
                "proposal": PreimagesBounded;
                /**
                 * The current tally of votes in this referendum.
                 */
                "tally": Anonymize<Ifsk7cbmtit1jd>;
            };
            "ConfirmStarted": Anonymize<I666bl2fqjkejo>;
            "ConfirmAborted": Anonymize<I666bl2fqjkejo>;
            /**
             * A referendum has ended its confirmation phase and is ready for approval.
             */
            "Confirmed": {
                /**
                 * Index of the referendum.
                 */
                "index": number;
                /**
                 * The final tally of votes in this referendum.
                 */
                "tally": Anonymize<Ifsk7cbmtit1jd>;
            };
            /**
             * A referendum has been approved and its proposal has been scheduled.
             */
            "Approved": Anonymize<I666bl2fqjkejo>;
            /**
             * A proposal has been rejected by referendum.
             */
            "Rejected": {
                /**
                 * Index of the referendum.
                 */
                "index": number;
                /**
                 * The final tally of votes in this referendum.
                 */
                "tally": Anonymize<Ifsk7cbmtit1jd>;
            };
            /**
             * A referendum has been timed out without being decided.
             */
            "TimedOut": {
                /**
                 * Index of the referendum.
                 */
                "index": number;
                /**
                 * The final tally of votes in this referendum.
                 */
                "tally": Anonymize<Ifsk7cbmtit1jd>;
            };
            /**
             * A referendum has been cancelled.
             */
            "Cancelled": {
                /**
                 * Index of the referendum.
                 */
                "index": number;
                /**
                 * The final tally of votes in this referendum.
                 */
                "tally": Anonymize<Ifsk7cbmtit1jd>;
            };
            /**
             * A referendum has been killed.
             */
            "Killed": {
                /**
                 * Index of the referendum.
                 */
                "index": number;
                /**
                 * The final tally of votes in this referendum.
                 */
                "tally": Anonymize<Ifsk7cbmtit1jd>;
            };
            /**
             * The submission deposit has been refunded.
             */
            "SubmissionDepositRefunded": {
                /**
                 * Index of the referendum.
                 */
                "index": number;
                /**
                 * The account who placed the deposit.
                 */
                "who": SS58String;
                /**
                 * The amount placed by the account.
                 */
                "amount": bigint;
            };
            /**
             * Metadata for a referendum has been set.
             */
            "MetadataSet": {
                /**
                 * Index of the referendum.
                 */
                "index": number;
                /**
                 * Preimage hash.
                 */
                "hash": SizedHex<32>;
            };
            /**
             * Metadata for a referendum has been cleared.
             */
            "MetadataCleared": {
                /**
                 * Index of the referendum.
                 */
                "index": number;
                /**
                 * Preimage hash.
                 */
                "hash": SizedHex<32>;
            };
        }>;
        "Registry": Anonymize<I2f87nf5j23b7v>;
        "Provenance": Anonymize<Idl30q0mjqu7co>;
        "Market": Anonymize<Idi1uuqtgkvk5d>;
        "Royalties": Anonymize<Iefuh1qs8rd795>;
        "Rewards": Anonymize<Ibqkf79ki4lj51>;
    }>;
    "topics": Anonymize<Ic5m5lp1oioo8r>;
}>;
export type Phase = Enum<{
    "ApplyExtrinsic": number;
    "Finalization": undefined;
    "Initialization": undefined;
}>;
export declare const Phase: GetEnum<Phase>;
export type I5ll2se6bbmso8 = AnonymousEnum<{
    /**
     * An extrinsic completed successfully.
     */
    "ExtrinsicSuccess": Anonymize<Ia82mnkmeo2rhc>;
    /**
     * An extrinsic failed.
     */
    "ExtrinsicFailed": Anonymize<I1vn9f8prs5vh0>;
    /**
     * `:code` was updated to the code with the given hash.
     */
    "CodeUpdated": Anonymize<I1jm8m1rh9e20v>;
    /**
     * A new account was created.
     */
    "NewAccount": Anonymize<Icbccs0ug47ilf>;
    /**
     * An account was reaped.
     */
    "KilledAccount": Anonymize<Icbccs0ug47ilf>;
    /**
     * On on-chain remark happened.
     */
    "Remarked": Anonymize<I855j4i3kr8ko1>;
    /**
     * An upgrade was authorized.
     */
    "UpgradeAuthorized": Anonymize<Ibgl04rn6nbfm6>;
    /**
     * An invalid authorized upgrade was rejected while trying to apply it.
     */
    "RejectedInvalidAuthorizedUpgrade": Anonymize<Ibj6oha2h6obub>;
}>;
export type Ia82mnkmeo2rhc = {
    "dispatch_info": Anonymize<Ic9s8f85vjtncc>;
};
export type Ic9s8f85vjtncc = {
    "weight": Anonymize<I4q39t5hn830vp>;
    "class": DispatchClass;
    "pays_fee": Enum<{
        "Yes": undefined;
        "No": undefined;
    }>;
};
export type DispatchClass = Enum<{
    "Normal": undefined;
    "Operational": undefined;
    "Mandatory": undefined;
}>;
export declare const DispatchClass: GetEnum<DispatchClass>;
export type I1vn9f8prs5vh0 = {
    "dispatch_error": Anonymize<Iamqkke0he1r00>;
    "dispatch_info": Anonymize<Ic9s8f85vjtncc>;
};
export type Iamqkke0he1r00 = AnonymousEnum<{
    "Other": undefined;
    "CannotLookup": undefined;
    "BadOrigin": undefined;
    "Module": Enum<{
        "System": Anonymize<I5o0s7c8q1cc9b>;
        "Babe": Anonymize<Ib6q602k6o213a>;
        "Timestamp": undefined;
        "Utility": Anonymize<I8dt2g2hcrgh36>;
        "Multisig": Anonymize<Ia76qmhhg4jvb9>;
        "Proxy": Anonymize<Iuvt54ei4cehc>;
        "Preimage": Anonymize<I4cfhml1prt4lu>;
        "Scheduler": Anonymize<If7oa8fprnilo5>;
        "MultiBlockMigrations": Anonymize<Iaaqq5jevtahm8>;
        "SafeMode": Anonymize<I65gapcjsc3grr>;
        "TxPause": Anonymize<Ifku1elmu8hk3i>;
        "Sudo": Anonymize<Iaug04qjhbli00>;
        "Pace": undefined;
        "Balances": Anonymize<Idj13i7adlomht>;
        "Treasury": Anonymize<I36uss0m9fpcsf>;
        "Staking": Anonymize<Ileu8a8k5fbnr>;
        "Session": Anonymize<I1e07dgbaqd1sq>;
        "Grandpa": Anonymize<I7q8i0pp1gkas6>;
        "Identity": Anonymize<Ib8gja1crqq8kd>;
        "ConvictionVoting": Anonymize<Idfa8k8ikssbsf>;
        "Referenda": Anonymize<I84u4ul208g742>;
        "Registry": Anonymize<Ie054fpejdfcgt>;
        "Provenance": Anonymize<I2bph84rgg29cp>;
        "Market": Anonymize<I2tfqmmfppqsma>;
        "Royalties": Anonymize<I7a9gj1cj5clga>;
        "Rewards": Anonymize<I8bp2rukc7citb>;
    }>;
    "ConsumerRemaining": undefined;
    "NoProviders": undefined;
    "TooManyConsumers": undefined;
    "Token": TokenError;
    "Arithmetic": ArithmeticError;
    "Transactional": TransactionalError;
    "Exhausted": undefined;
    "Corruption": undefined;
    "Unavailable": undefined;
    "RootNotAllowed": undefined;
    "Trie": Enum<{
        "InvalidStateRoot": undefined;
        "IncompleteDatabase": undefined;
        "ValueAtIncompleteKey": undefined;
        "DecoderError": undefined;
        "InvalidHash": undefined;
        "DuplicateKey": undefined;
        "ExtraneousNode": undefined;
        "ExtraneousValue": undefined;
        "ExtraneousHashReference": undefined;
        "InvalidChildReference": undefined;
        "ValueMismatch": undefined;
        "IncompleteProof": undefined;
        "RootMismatch": undefined;
        "DecodeError": undefined;
    }>;
}>;
export type I5o0s7c8q1cc9b = AnonymousEnum<{
    /**
     * The name of specification does not match between the current runtime
     * and the new runtime.
     */
    "InvalidSpecName": undefined;
    /**
     * The specification version is not allowed to decrease between the current runtime
     * and the new runtime.
     */
    "SpecVersionNeedsToIncrease": undefined;
    /**
     * Failed to extract the runtime version from the new runtime.
     *
     * Either calling `Core_version` or decoding `RuntimeVersion` failed.
     */
    "FailedToExtractRuntimeVersion": undefined;
    /**
     * Suicide called when the account has non-default composite data.
     */
    "NonDefaultComposite": undefined;
    /**
     * There is a non-zero reference count preventing the account from being purged.
     */
    "NonZeroRefCount": undefined;
    /**
     * The origin filter prevent the call to be dispatched.
     */
    "CallFiltered": undefined;
    /**
     * A multi-block migration is ongoing and prevents the current code from being replaced.
     */
    "MultiBlockMigrationsOngoing": undefined;
    /**
     * No upgrade authorized.
     */
    "NothingAuthorized": undefined;
    /**
     * The submitted code is not authorized.
     */
    "Unauthorized": undefined;
}>;
export type Ib6q602k6o213a = AnonymousEnum<{
    /**
     * An equivocation proof provided as part of an equivocation report is invalid.
     */
    "InvalidEquivocationProof": undefined;
    /**
     * A key ownership proof provided as part of an equivocation report is invalid.
     */
    "InvalidKeyOwnershipProof": undefined;
    /**
     * A given equivocation report is valid but already previously reported.
     */
    "DuplicateOffenceReport": undefined;
    /**
     * Submitted configuration is invalid.
     */
    "InvalidConfiguration": undefined;
}>;
export type I8dt2g2hcrgh36 = AnonymousEnum<{
    /**
     * Too many calls batched.
     */
    "TooManyCalls": undefined;
}>;
export type Ia76qmhhg4jvb9 = AnonymousEnum<{
    /**
     * Threshold must be 2 or greater.
     */
    "MinimumThreshold": undefined;
    /**
     * Call is already approved by this signatory.
     */
    "AlreadyApproved": undefined;
    /**
     * Call doesn't need any (more) approvals.
     */
    "NoApprovalsNeeded": undefined;
    /**
     * There are too few signatories in the list.
     */
    "TooFewSignatories": undefined;
    /**
     * There are too many signatories in the list.
     */
    "TooManySignatories": undefined;
    /**
     * The signatories were provided out of order; they should be ordered.
     */
    "SignatoriesOutOfOrder": undefined;
    /**
     * The sender was contained in the other signatories; it shouldn't be.
     */
    "SenderInSignatories": undefined;
    /**
     * Multisig operation not found in storage.
     */
    "NotFound": undefined;
    /**
     * Only the account that originally created the multisig is able to cancel it or update
     * its deposits.
     */
    "NotOwner": undefined;
    /**
     * No timepoint was given, yet the multisig operation is already underway.
     */
    "NoTimepoint": undefined;
    /**
     * A different timepoint was given to the multisig operation that is underway.
     */
    "WrongTimepoint": undefined;
    /**
     * A timepoint was given, yet no multisig operation is underway.
     */
    "UnexpectedTimepoint": undefined;
    /**
     * The maximum weight information provided was too low.
     */
    "MaxWeightTooLow": undefined;
    /**
     * The data to be stored is already stored.
     */
    "AlreadyStored": undefined;
}>;
export type Iuvt54ei4cehc = AnonymousEnum<{
    /**
     * There are too many proxies registered or too many announcements pending.
     */
    "TooMany": undefined;
    /**
     * Proxy registration not found.
     */
    "NotFound": undefined;
    /**
     * Sender is not a proxy of the account to be proxied.
     */
    "NotProxy": undefined;
    /**
     * A call which is incompatible with the proxy type's filter was attempted.
     */
    "Unproxyable": undefined;
    /**
     * Account is already a proxy.
     */
    "Duplicate": undefined;
    /**
     * Call may not be made by proxy because it may escalate its privileges.
     */
    "NoPermission": undefined;
    /**
     * Announcement, if made at all, was made too recently.
     */
    "Unannounced": undefined;
    /**
     * Cannot add self as proxy.
     */
    "NoSelfProxy": undefined;
}>;
export type I4cfhml1prt4lu = AnonymousEnum<{
    /**
     * Preimage is too large to store on-chain.
     */
    "TooBig": undefined;
    /**
     * Preimage has already been noted on-chain.
     */
    "AlreadyNoted": undefined;
    /**
     * The user is not authorized to perform this action.
     */
    "NotAuthorized": undefined;
    /**
     * The preimage cannot be removed since it has not yet been noted.
     */
    "NotNoted": undefined;
    /**
     * A preimage may not be removed when there are outstanding requests.
     */
    "Requested": undefined;
    /**
     * The preimage request cannot be removed since no outstanding requests exist.
     */
    "NotRequested": undefined;
    /**
     * More than `MAX_HASH_UPGRADE_BULK_COUNT` hashes were requested to be upgraded at once.
     */
    "TooMany": undefined;
    /**
     * Too few hashes were requested to be upgraded (i.e. zero).
     */
    "TooFew": undefined;
}>;
export type If7oa8fprnilo5 = AnonymousEnum<{
    /**
     * Failed to schedule a call
     */
    "FailedToSchedule": undefined;
    /**
     * Cannot find the scheduled call.
     */
    "NotFound": undefined;
    /**
     * Given target block number is in the past.
     */
    "TargetBlockNumberInPast": undefined;
    /**
     * Reschedule failed because it does not change scheduled time.
     */
    "RescheduleNoChange": undefined;
    /**
     * Attempt to use a non-named function on a named task.
     */
    "Named": undefined;
}>;
export type Iaaqq5jevtahm8 = AnonymousEnum<{
    /**
     * The operation cannot complete since some MBMs are ongoing.
     */
    "Ongoing": undefined;
}>;
export type I65gapcjsc3grr = AnonymousEnum<{
    /**
     * The safe-mode is (already or still) entered.
     */
    "Entered": undefined;
    /**
     * The safe-mode is (already or still) exited.
     */
    "Exited": undefined;
    /**
     * This functionality of the pallet is disabled by the configuration.
     */
    "NotConfigured": undefined;
    /**
     * There is no balance reserved.
     */
    "NoDeposit": undefined;
    /**
     * The account already has a deposit reserved and can therefore not enter or extend again.
     */
    "AlreadyDeposited": undefined;
    /**
     * This deposit cannot be released yet.
     */
    "CannotReleaseYet": undefined;
    /**
     * An error from the underlying `Currency`.
     */
    "CurrencyError": undefined;
}>;
export type Ifku1elmu8hk3i = AnonymousEnum<{
    /**
     * The call is paused.
     */
    "IsPaused": undefined;
    /**
     * The call is unpaused.
     */
    "IsUnpaused": undefined;
    /**
     * The call is whitelisted and cannot be paused.
     */
    "Unpausable": undefined;
    "NotFound": undefined;
}>;
export type Iaug04qjhbli00 = AnonymousEnum<{
    /**
     * Sender must be the Sudo account.
     */
    "RequireSudo": undefined;
}>;
export type Idj13i7adlomht = AnonymousEnum<{
    /**
     * Vesting balance too high to send value.
     */
    "VestingBalance": undefined;
    /**
     * Account liquidity restrictions prevent withdrawal.
     */
    "LiquidityRestrictions": undefined;
    /**
     * Balance too low to send value.
     */
    "InsufficientBalance": undefined;
    /**
     * Value too low to create account due to existential deposit.
     */
    "ExistentialDeposit": undefined;
    /**
     * Transfer/payment would kill account.
     */
    "Expendability": undefined;
    /**
     * A vesting schedule already exists for this account.
     */
    "ExistingVestingSchedule": undefined;
    /**
     * Beneficiary account must pre-exist.
     */
    "DeadAccount": undefined;
    /**
     * Number of named reserves exceed `MaxReserves`.
     */
    "TooManyReserves": undefined;
    /**
     * Number of holds exceed `VariantCountOf<T::RuntimeHoldReason>`.
     */
    "TooManyHolds": undefined;
    /**
     * Number of freezes exceed `MaxFreezes`.
     */
    "TooManyFreezes": undefined;
    /**
     * The issuance cannot be modified since it is already deactivated.
     */
    "IssuanceDeactivated": undefined;
    /**
     * The delta cannot be zero.
     */
    "DeltaZero": undefined;
}>;
export type I36uss0m9fpcsf = AnonymousEnum<{
    /**
     * No proposal, bounty or spend at that index.
     */
    "InvalidIndex": undefined;
    /**
     * Too many approvals in the queue.
     */
    "TooManyApprovals": undefined;
    /**
     * The spend origin is valid but the amount it is allowed to spend is lower than the
     * amount to be spent.
     */
    "InsufficientPermission": undefined;
    /**
     * Proposal has not been approved.
     */
    "ProposalNotApproved": undefined;
    /**
     * The balance of the asset kind is not convertible to the balance of the native asset.
     */
    "FailedToConvertBalance": undefined;
    /**
     * The spend has expired and cannot be claimed.
     */
    "SpendExpired": undefined;
    /**
     * The spend is not yet eligible for payout.
     */
    "EarlyPayout": undefined;
    /**
     * The payment has already been attempted.
     */
    "AlreadyAttempted": undefined;
    /**
     * There was some issue with the mechanism of payment.
     */
    "PayoutError": undefined;
    /**
     * The payout was not yet attempted/claimed.
     */
    "NotAttempted": undefined;
    /**
     * The payment has neither failed nor succeeded yet.
     */
    "Inconclusive": undefined;
}>;
export type Ileu8a8k5fbnr = AnonymousEnum<{
    /**
     * Not a controller account.
     */
    "NotController": undefined;
    /**
     * Not a stash account.
     */
    "NotStash": undefined;
    /**
     * Stash is already bonded.
     */
    "AlreadyBonded": undefined;
    /**
     * Controller is already paired.
     */
    "AlreadyPaired": undefined;
    /**
     * Targets cannot be empty.
     */
    "EmptyTargets": undefined;
    /**
     * Duplicate index.
     */
    "DuplicateIndex": undefined;
    /**
     * Slash record index out of bounds.
     */
    "InvalidSlashIndex": undefined;
    /**
     * Cannot have a validator or nominator role, with value less than the minimum defined by
     * governance (see `MinValidatorBond` and `MinNominatorBond`). If unbonding is the
     * intention, `chill` first to remove one's role as validator/nominator.
     */
    "InsufficientBond": undefined;
    /**
     * Can not schedule more unlock chunks.
     */
    "NoMoreChunks": undefined;
    /**
     * Can not rebond without unlocking chunks.
     */
    "NoUnlockChunk": undefined;
    /**
     * Attempting to target a stash that still has funds.
     */
    "FundedTarget": undefined;
    /**
     * Invalid era to reward.
     */
    "InvalidEraToReward": undefined;
    /**
     * Invalid number of nominations.
     */
    "InvalidNumberOfNominations": undefined;
    /**
     * Items are not sorted and unique.
     */
    "NotSortedAndUnique": undefined;
    /**
     * Rewards for this era have already been claimed for this validator.
     */
    "AlreadyClaimed": undefined;
    /**
     * No nominators exist on this page.
     */
    "InvalidPage": undefined;
    /**
     * Incorrect previous history depth input provided.
     */
    "IncorrectHistoryDepth": undefined;
    /**
     * Incorrect number of slashing spans provided.
     */
    "IncorrectSlashingSpans": undefined;
    /**
     * Internal state has become somehow corrupted and the operation cannot continue.
     */
    "BadState": undefined;
    /**
     * Too many nomination targets supplied.
     */
    "TooManyTargets": undefined;
    /**
     * A nomination target was supplied that was blocked or otherwise not a validator.
     */
    "BadTarget": undefined;
    /**
     * The user has enough bond and thus cannot be chilled forcefully by an external person.
     */
    "CannotChillOther": undefined;
    /**
     * There are too many nominators in the system. Governance needs to adjust the staking
     * settings to keep things safe for the runtime.
     */
    "TooManyNominators": undefined;
    /**
     * There are too many validator candidates in the system. Governance needs to adjust the
     * staking settings to keep things safe for the runtime.
     */
    "TooManyValidators": undefined;
    /**
     * Commission is too low. Must be at least `MinCommission`.
     */
    "CommissionTooLow": undefined;
    /**
     * Some bound is not met.
     */
    "BoundNotMet": undefined;
    /**
     * Used when attempting to use deprecated controller account logic.
     */
    "ControllerDeprecated": undefined;
    /**
     * Cannot reset a ledger.
     */
    "CannotRestoreLedger": undefined;
    /**
     * Provided reward destination is not allowed.
     */
    "RewardDestinationRestricted": undefined;
    /**
     * Not enough funds available to withdraw.
     */
    "NotEnoughFunds": undefined;
    /**
     * Operation not allowed for virtual stakers.
     */
    "VirtualStakerNotAllowed": undefined;
    /**
     * Stash could not be reaped as other pallet might depend on it.
     */
    "CannotReapStash": undefined;
    /**
     * The stake of this account is already migrated to `Fungible` holds.
     */
    "AlreadyMigrated": undefined;
    /**
     * Account is restricted from participation in staking. This may happen if the account is
     * staking in another way already, such as via pool.
     */
    "Restricted": undefined;
}>;
export type I1e07dgbaqd1sq = AnonymousEnum<{
    /**
     * Invalid ownership proof.
     */
    "InvalidProof": undefined;
    /**
     * No associated validator ID for account.
     */
    "NoAssociatedValidatorId": undefined;
    /**
     * Registered duplicate key.
     */
    "DuplicatedKey": undefined;
    /**
     * No keys are associated with this account.
     */
    "NoKeys": undefined;
    /**
     * Key setting account is not live, so it's impossible to associate keys.
     */
    "NoAccount": undefined;
}>;
export type I7q8i0pp1gkas6 = AnonymousEnum<{
    /**
     * Attempt to signal GRANDPA pause when the authority set isn't live
     * (either paused or already pending pause).
     */
    "PauseFailed": undefined;
    /**
     * Attempt to signal GRANDPA resume when the authority set isn't paused
     * (either live or already pending resume).
     */
    "ResumeFailed": undefined;
    /**
     * Attempt to signal GRANDPA change with one already pending.
     */
    "ChangePending": undefined;
    /**
     * Cannot signal forced change so soon after last.
     */
    "TooSoon": undefined;
    /**
     * A key ownership proof provided as part of an equivocation report is invalid.
     */
    "InvalidKeyOwnershipProof": undefined;
    /**
     * An equivocation proof provided as part of an equivocation report is invalid.
     */
    "InvalidEquivocationProof": undefined;
    /**
     * A given equivocation report is valid but already previously reported.
     */
    "DuplicateOffenceReport": undefined;
}>;
export type Ib8gja1crqq8kd = AnonymousEnum<{
    /**
     * Too many subs-accounts.
     */
    "TooManySubAccounts": undefined;
    /**
     * Account isn't found.
     */
    "NotFound": undefined;
    /**
     * Account isn't named.
     */
    "NotNamed": undefined;
    /**
     * Empty index.
     */
    "EmptyIndex": undefined;
    /**
     * Fee is changed.
     */
    "FeeChanged": undefined;
    /**
     * No identity found.
     */
    "NoIdentity": undefined;
    /**
     * Sticky judgement.
     */
    "StickyJudgement": undefined;
    /**
     * Judgement given.
     */
    "JudgementGiven": undefined;
    /**
     * Invalid judgement.
     */
    "InvalidJudgement": undefined;
    /**
     * The index is invalid.
     */
    "InvalidIndex": undefined;
    /**
     * The target is invalid.
     */
    "InvalidTarget": undefined;
    /**
     * Maximum amount of registrars reached. Cannot add any more.
     */
    "TooManyRegistrars": undefined;
    /**
     * Account ID is already named.
     */
    "AlreadyClaimed": undefined;
    /**
     * Sender is not a sub-account.
     */
    "NotSub": undefined;
    /**
     * Sub-account isn't owned by sender.
     */
    "NotOwned": undefined;
    /**
     * The provided judgement was for a different identity.
     */
    "JudgementForDifferentIdentity": undefined;
    /**
     * Error that occurs when there is an issue paying for judgement.
     */
    "JudgementPaymentFailed": undefined;
    /**
     * The provided suffix is too long.
     */
    "InvalidSuffix": undefined;
    /**
     * The sender does not have permission to issue a username.
     */
    "NotUsernameAuthority": undefined;
    /**
     * The authority cannot allocate any more usernames.
     */
    "NoAllocation": undefined;
    /**
     * The signature on a username was not valid.
     */
    "InvalidSignature": undefined;
    /**
     * Setting this username requires a signature, but none was provided.
     */
    "RequiresSignature": undefined;
    /**
     * The username does not meet the requirements.
     */
    "InvalidUsername": undefined;
    /**
     * The username is already taken.
     */
    "UsernameTaken": undefined;
    /**
     * The requested username does not exist.
     */
    "NoUsername": undefined;
    /**
     * The username cannot be forcefully removed because it can still be accepted.
     */
    "NotExpired": undefined;
    /**
     * The username cannot be removed because it's still in the grace period.
     */
    "TooEarly": undefined;
    /**
     * The username cannot be removed because it is not unbinding.
     */
    "NotUnbinding": undefined;
    /**
     * The username cannot be unbound because it is already unbinding.
     */
    "AlreadyUnbinding": undefined;
    /**
     * The action cannot be performed because of insufficient privileges (e.g. authority
     * trying to unbind a username provided by the system).
     */
    "InsufficientPrivileges": undefined;
}>;
export type Idfa8k8ikssbsf = AnonymousEnum<{
    /**
     * Poll is not ongoing.
     */
    "NotOngoing": undefined;
    /**
     * The given account did not vote on the poll.
     */
    "NotVoter": undefined;
    /**
     * The actor has no permission to conduct the action.
     */
    "NoPermission": undefined;
    /**
     * The actor has no permission to conduct the action right now but will do in the future.
     */
    "NoPermissionYet": undefined;
    /**
     * The account is already delegating.
     */
    "AlreadyDelegating": undefined;
    /**
     * The account currently has votes attached to it and the operation cannot succeed until
     * these are removed through `remove_vote`.
     */
    "AlreadyVoting": undefined;
    /**
     * Too high a balance was provided that the account cannot afford.
     */
    "InsufficientFunds": undefined;
    /**
     * The account is not currently delegating.
     */
    "NotDelegating": undefined;
    /**
     * Delegation to oneself makes no sense.
     */
    "Nonsense": undefined;
    /**
     * Maximum number of votes reached.
     */
    "MaxVotesReached": undefined;
    /**
     * The class must be supplied since it is not easily determinable from the state.
     */
    "ClassNeeded": undefined;
    /**
     * The class ID supplied is invalid.
     */
    "BadClass": undefined;
}>;
export type I84u4ul208g742 = AnonymousEnum<{
    /**
     * Referendum is not ongoing.
     */
    "NotOngoing": undefined;
    /**
     * Referendum's decision deposit is already paid.
     */
    "HasDeposit": undefined;
    /**
     * The track identifier given was invalid.
     */
    "BadTrack": undefined;
    /**
     * There are already a full complement of referenda in progress for this track.
     */
    "Full": undefined;
    /**
     * The queue of the track is empty.
     */
    "QueueEmpty": undefined;
    /**
     * The referendum index provided is invalid in this context.
     */
    "BadReferendum": undefined;
    /**
     * There was nothing to do in the advancement.
     */
    "NothingToDo": undefined;
    /**
     * No track exists for the proposal origin.
     */
    "NoTrack": undefined;
    /**
     * Any deposit cannot be refunded until after the decision is over.
     */
    "Unfinished": undefined;
    /**
     * The deposit refunder is not the depositor.
     */
    "NoPermission": undefined;
    /**
     * The deposit cannot be refunded since none was made.
     */
    "NoDeposit": undefined;
    /**
     * The referendum status is invalid for this operation.
     */
    "BadStatus": undefined;
    /**
     * The preimage does not exist.
     */
    "PreimageNotExist": undefined;
    /**
     * The preimage is stored with a different length than the one provided.
     */
    "PreimageStoredWithDifferentLength": undefined;
}>;
export type Ie054fpejdfcgt = AnonymousEnum<{
    /**
     * You already reserved this digest with this salt; that reservation still stands.
     */
    "ReservationExists": undefined;
    /**
     * You have no reservation for this digest and salt. Reserve it first, from the account
     * that publishes it.
     */
    "ReservationNotFound": undefined;
    /**
     * The reservation was made in this very block. Publish in the next one.
     */
    "ReservationTooNew": undefined;
    /**
     * The reservation has expired. Release it and reserve the digest again, or publish
     * without a reservation.
     */
    "ReservationExpired": undefined;
    /**
     * Only the account that made this reservation can release it before it expires.
     */
    "ReservationNotExpired": undefined;
    /**
     * A name has 1 to 64 characters from a-z, 0-9, '.', '_' and '-', and begins with a letter
     * or digit.
     */
    "InvalidName": undefined;
    /**
     * A tag has 1 to 24 characters from a-z, 0-9, '.', '_' and '-', and begins with a letter
     * or digit.
     */
    "InvalidTag": undefined;
    /**
     * The same tag is given twice.
     */
    "DuplicateTag": undefined;
    /**
     * The license must be an SPDX expression such as 'Apache-2.0 OR MIT'.
     */
    "InvalidLicense": undefined;
    /**
     * A location is a URI such as `https://example.org/model`, in ASCII and without spaces.
     */
    "InvalidLocation": undefined;
    /**
     * The same location is given twice.
     */
    "DuplicateLocation": undefined;
    /**
     * The reason must be one line of UTF-8 text.
     */
    "InvalidReason": undefined;
    /**
     * A version has at least one file and at least one byte.
     */
    "EmptyVersion": undefined;
    /**
     * You already registered an artifact of this name.
     */
    "ArtifactExists": undefined;
    /**
     * An artifact of this name was removed; its name cannot be used again.
     */
    "ArtifactRemoved": undefined;
    /**
     * There is no such artifact.
     */
    "ArtifactNotFound": undefined;
    /**
     * There is no such version.
     */
    "VersionNotFound": undefined;
    /**
     * Only the artifact's owner can do this.
     */
    "NotOwner": undefined;
    /**
     * The artifact is retired: it takes no new versions, for ever.
     */
    "ArtifactRetired": undefined;
    /**
     * These bytes are already published, see the version with this digest.
     */
    "DigestAlreadyPublished": undefined;
    /**
     * These bytes were published once and removed; they cannot be published again.
     */
    "DigestRemoved": undefined;
    /**
     * These bytes are already published, and were claimed no later than your reservation.
     */
    "ReservationTooLate": undefined;
    /**
     * These bytes are already published, and so long ago that your earlier reservation no
     * longer counts.
     */
    "RevealWindowClosed": undefined;
    /**
     * The royalty is higher than a version may ask.
     */
    "RoyaltyTooHigh": undefined;
    /**
     * The sources together ask for a higher royalty than a version may owe.
     */
    "RoyaltiesTooHigh": undefined;
    /**
     * The same source is named twice.
     */
    "DuplicateSource": undefined;
    /**
     * There is no version of that sequence to derive from.
     */
    "SourceNotFound": undefined;
    /**
     * A source is yanked: its owner advises against it. Use another version.
     */
    "SourceYanked": undefined;
    /**
     * A source is superseded: cite the version that its digest belongs to.
     */
    "SourceSuperseded": undefined;
    /**
     * A source belongs to an artifact that is retired.
     */
    "SourceRetired": undefined;
    /**
     * A source and its relation do not fit, such as a model that is a subset of a dataset.
     */
    "RelationMismatch": undefined;
    /**
     * A source forbids to derive from it.
     */
    "DerivationForbidden": undefined;
    /**
     * A source may only be derived from with a license for it. Get one first.
     */
    "LicenseRequired": undefined;
    /**
     * A source does not allow this use, such as training.
     */
    "UseForbidden": undefined;
    /**
     * The terms allow a use that a source does not allow.
     */
    "TermsExceedSource": undefined;
    /**
     * A source asks for a higher royalty than you named.
     */
    "RoyaltyAboveLimit": undefined;
    /**
     * The version is already yanked.
     */
    "AlreadyYanked": undefined;
    /**
     * The version is not yanked.
     */
    "NotYanked": undefined;
    /**
     * The version's digest belongs to another version that was reserved earlier.
     */
    "VersionSuperseded": undefined;
    /**
     * The artifact is already retired.
     */
    "AlreadyRetired": undefined;
    /**
     * That account already owns the artifact.
     */
    "AlreadyOwner": undefined;
    /**
     * No transfer of this artifact is proposed.
     */
    "NoTransferProposed": undefined;
    /**
     * The artifact was offered to another account.
     */
    "NotProposedOwner": undefined;
    /**
     * The version cannot be removed: other versions were derived from it.
     */
    "HasDescendants": undefined;
    /**
     * It cannot be removed: there are licenses for it.
     */
    "HasLicenses": undefined;
    /**
     * It cannot be removed: there is income accounted to it.
     */
    "HasIncome": undefined;
    /**
     * The artifact cannot be removed: it still has versions. Remove them first.
     */
    "HasVersions": undefined;
    /**
     * No more versions can be counted.
     */
    "TooManyVersions": undefined;
    /**
     * A contributor withdrew consent to a record of this dataset. Cite a version without that
     * record, or leave it out and cite this one as the dataset that yours is a subset of.
     */
    "SourceConsentWithdrawn": undefined;
}>;
export type I2bph84rgg29cp = AnonymousEnum<{
    /**
     * There is no such version.
     */
    "VersionNotFound": undefined;
    /**
     * Only the dataset's owner can do this.
     */
    "NotOwner": undefined;
    /**
     * Only a dataset has records.
     */
    "NotDataset": undefined;
    /**
     * The version committed to its records already; that cannot be changed. Publish another
     * version.
     */
    "AlreadyCommitted": undefined;
    /**
     * A version has at least one record.
     */
    "NoRecords": undefined;
    /**
     * A version has at most 2^32 records.
     */
    "TooManyRecords": undefined;
    /**
     * The version did not commit to its records.
     */
    "NotCommitted": undefined;
    /**
     * Only a version of the same dataset can be extended.
     */
    "DifferentArtifact": undefined;
    /**
     * Only an earlier version can be extended.
     */
    "NotNewer": undefined;
    /**
     * Another version extends that one already. Extend the newest.
     */
    "AlreadyExtended": undefined;
    /**
     * The version is joined to others already.
     */
    "AlreadyJoined": undefined;
    /**
     * Records of this version were proven before it was shown to extend another. Commit and
     * extend in one batch, with another version.
     */
    "RecordsProven": undefined;
    /**
     * The version has fewer records than the one that it should extend.
     */
    "FewerRecords": undefined;
    /**
     * The proof does not show that this version begins with all records of the other.
     */
    "InvalidConsistencyProof": undefined;
    /**
     * No more versions can extend each other: begin anew with a version that extends none.
     */
    "TooManyExtensions": undefined;
    /**
     * The version has fewer records. The first has the index 0.
     */
    "IndexOutOfRange": undefined;
    /**
     * The record names no contributor, so nobody can prove it.
     */
    "NoContributor": undefined;
    /**
     * Only the account that the record names as its contributor can do this.
     */
    "NotContributor": undefined;
    /**
     * The proof does not hold: it is for another record, index or version.
     */
    "InvalidProof": undefined;
    /**
     * This record was proven before, in this version or in one that it extends or that
     * extends it.
     */
    "AlreadyProven": undefined;
    /**
     * Nobody proved this record. Prove it first.
     */
    "RecordNotFound": undefined;
    /**
     * Consent to this record was withdrawn before.
     */
    "ConsentAlreadyWithdrawn": undefined;
    /**
     * A location is a URI such as `https://example.org/report`, in ASCII and without spaces.
     */
    "InvalidLocation": undefined;
    /**
     * You have as many attestations on this version as there can be. Revoke one first.
     */
    "TooManyAttestations": undefined;
    /**
     * There is no such attestation on this version.
     */
    "AttestationNotFound": undefined;
    /**
     * Only who made the attestation can revoke it.
     */
    "NotAttester": undefined;
    /**
     * The version still exists. Its owner must remove it first.
     */
    "VersionExists": undefined;
    /**
     * The commitment that the record belongs to still exists. Release that first.
     */
    "CommitmentExists": undefined;
    /**
     * Another version extends this one, and rests on its commitment. Release that first.
     */
    "CommitmentNotLast": undefined;
}>;
export type I2tfqmmfppqsma = AnonymousEnum<{
    /**
     * There is no such version.
     */
    "VersionNotFound": undefined;
    /**
     * There is no such model or dataset.
     */
    "ArtifactNotFound": undefined;
    /**
     * There is no such offer. It may have been closed.
     */
    "OfferNotFound": undefined;
    /**
     * Only the owner of the model or dataset can do this.
     */
    "NotOwner": undefined;
    /**
     * The version was yanked or superseded, or its model or dataset retired: it cannot be sold.
     */
    "VersionNotAvailable": undefined;
    /**
     * The version's terms do not allow commercial use, so a license for it must be free.
     */
    "NotCommercial": undefined;
    /**
     * The price is below the least that a license may cost. It can also be zero.
     */
    "PriceTooLow": undefined;
    /**
     * A license lasts at least one block.
     */
    "DurationTooShort": undefined;
    /**
     * An offer begins with a supply of at least one. Leave it out to sell any number.
     */
    "SupplyTooLow": undefined;
    /**
     * The refund window is longer than allowed, or does not end before the license.
     */
    "RefundWindowTooLong": undefined;
    /**
     * There are as many offers as there may be. Close one first.
     */
    "TooManyOffers": undefined;
    /**
     * The version belongs to another model or dataset than the offer. Make a new offer.
     */
    "DifferentArtifact": undefined;
    /**
     * The cap is reached, so licenses are free, and the offer stays as it is until the model
     * or dataset is retired.
     */
    "CapReached": undefined;
    /**
     * The owner needs no license.
     */
    "OwnArtifact": undefined;
    /**
     * The account has a license already. Renew it.
     */
    "AlreadyLicensed": undefined;
    /**
     * The price is higher than the buyer allows.
     */
    "PriceAboveLimit": undefined;
    /**
     * The offer changed since the buyer saw it. Look at it again.
     */
    "TermsChanged": undefined;
    /**
     * The supply is used up.
     */
    "SoldOut": undefined;
    /**
     * The account has no license for this model or dataset.
     */
    "LicenseNotFound": undefined;
    /**
     * The license lasts for ever.
     */
    "NothingToRenew": undefined;
    /**
     * The last purchase is not settled yet. Waive the refund, or wait for its window to end.
     */
    "PurchasePending": undefined;
    /**
     * All is paid: no purchase can be refunded.
     */
    "NothingToRefund": undefined;
    /**
     * The refund window has ended.
     */
    "RefundWindowClosed": undefined;
    /**
     * The buyer can still have the price back. Settle once the refund window has ended.
     */
    "RefundWindowOpen": undefined;
    /**
     * All is paid: no purchase waits to be settled.
     */
    "NothingToSettle": undefined;
    /**
     * The license was sold to one account, and cannot be handed on.
     */
    "NotTransferable": undefined;
    /**
     * The license has expired. Renew it first.
     */
    "LicenseExpired": undefined;
    /**
     * The recipient has a license already.
     */
    "RecipientLicensed": undefined;
    /**
     * The recipient's account does not exist. Send it some tokens first.
     */
    "RecipientNotFound": undefined;
    /**
     * Only its holder can release a license before it expires.
     */
    "LicenseLasts": undefined;
    /**
     * A cap was pledged already. It can be lowered.
     */
    "CapAlreadyPledged": undefined;
    /**
     * No cap was pledged.
     */
    "CapNotPledged": undefined;
    /**
     * A cap can only be lowered.
     */
    "CapNotLower": undefined;
    /**
     * Only its holder can release a license that lasts for ever.
     */
    "NotLicensee": undefined;
}>;
export type I7a9gj1cj5clga = AnonymousEnum<{
    /**
     * There is no such version.
     */
    "VersionNotFound": undefined;
    /**
     * There is no such artifact.
     */
    "ArtifactNotFound": undefined;
    /**
     * Only the artifact's owner can do this.
     */
    "NotOwner": undefined;
    /**
     * Only a dataset has records whose contributors could have a share.
     */
    "NotDataset": undefined;
    /**
     * The members' shares must be 100 % together, no more and no less.
     */
    "SharesNotWhole": undefined;
    /**
     * An account is among the members twice. Name it once, with the sum of its shares.
     */
    "DuplicateMember": undefined;
    /**
     * A member's share is zero. Leave the member out.
     */
    "ZeroShare": undefined;
    /**
     * There is no account of a member. Send it something first, so that no share goes to where
     * nobody is.
     */
    "MemberNotFound": undefined;
    /**
     * The version has no income that was not distributed yet.
     */
    "NothingToDistribute": undefined;
    /**
     * The account has no earnings.
     */
    "NothingToWithdraw": undefined;
    /**
     * There is no such account, and its earnings are less than an account must have. Send it
     * something first, or wait for more.
     */
    "EarningsTooSmall": undefined;
    /**
     * The contributor has no share: none of their records that the version brought into its
     * dataset counts.
     */
    "ShareNotFound": undefined;
    /**
     * There is nothing to collect.
     */
    "NothingDue": undefined;
    /**
     * The artifact has no split of this number that is in force or kept.
     */
    "SplitNotFound": undefined;
    /**
     * The split is not kept for this: it was paid already, or left, or never to be.
     */
    "SplitNotKept": undefined;
}>;
export type I8bp2rukc7citb = AnonymousEnum<{
    /**
     * The epoch is still running, or has not begun. Claim after its end.
     */
    "EpochNotEnded": undefined;
    /**
     * The rewards of the epoch were not claimed in time. What was left of them went back to the
     * pot.
     */
    "RewardsExpired": undefined;
    /**
     * The version has no reward in this epoch: nothing of what was sold is its, or all was
     * claimed.
     */
    "NothingToClaim": undefined;
    /**
     * The usage share must be within the bounds that the runtime states.
     */
    "UsageShareOutOfBounds": undefined;
    /**
     * The issuance share must be within the bounds that the runtime states.
     */
    "IssuanceShareOutOfBounds": undefined;
}>;
export type TokenError = Enum<{
    "FundsUnavailable": undefined;
    "OnlyProvider": undefined;
    "BelowMinimum": undefined;
    "CannotCreate": undefined;
    "UnknownAsset": undefined;
    "Frozen": undefined;
    "Unsupported": undefined;
    "CannotCreateHold": undefined;
    "NotExpendable": undefined;
    "Blocked": undefined;
}>;
export declare const TokenError: GetEnum<TokenError>;
export type ArithmeticError = Enum<{
    "Underflow": undefined;
    "Overflow": undefined;
    "DivisionByZero": undefined;
}>;
export declare const ArithmeticError: GetEnum<ArithmeticError>;
export type TransactionalError = Enum<{
    "LimitReached": undefined;
    "NoLayer": undefined;
}>;
export declare const TransactionalError: GetEnum<TransactionalError>;
export type I1jm8m1rh9e20v = {
    "hash": SizedHex<32>;
};
export type Icbccs0ug47ilf = {
    "account": SS58String;
};
export type I855j4i3kr8ko1 = {
    "sender": SS58String;
    "hash": SizedHex<32>;
};
export type Ibgl04rn6nbfm6 = {
    "code_hash": SizedHex<32>;
    "check_version": boolean;
};
export type Ibj6oha2h6obub = {
    "code_hash": SizedHex<32>;
    "error": Anonymize<Iamqkke0he1r00>;
};
export type Iae70r0oer8urv = {
    "result": Anonymize<I6gj9791jlsihg>;
};
export type I6gj9791jlsihg = ResultPayload<undefined, Anonymize<Iamqkke0he1r00>>;
export type Itvprrpb0nm3o = {
    "height": number;
    "index": number;
};
export type Ib7osnsidvmqib = AnonymousEnum<{
    "Any": undefined;
    "NonTransfer": undefined;
    "Publishing": undefined;
    "Staking": undefined;
    "CancelProxy": undefined;
    "Governance": undefined;
}>;
export type PreimageEvent = Enum<{
    /**
     * A preimage has been noted.
     */
    "Noted": Anonymize<I1jm8m1rh9e20v>;
    /**
     * A preimage has been requested.
     */
    "Requested": Anonymize<I1jm8m1rh9e20v>;
    /**
     * A preimage has ben cleared.
     */
    "Cleared": Anonymize<I1jm8m1rh9e20v>;
}>;
export declare const PreimageEvent: GetEnum<PreimageEvent>;
export type I5n4sebgkfr760 = {
    "when": number;
    "index": number;
};
export type I9jd27rnpm8ttv = FixedSizeArray<2, number>;
export type I4s6vifaf8k998 = (SizedHex<32>) | undefined;
export type I666bl2fqjkejo = {
    /**
     * The index of the skipped migration within the [`Config::Migrations`] list.
     */
    "index": number;
};
export type Iabpgqcjikia83 = (Uint8Array) | undefined;
export type Ic262ibdoec56a = {
    "account": SS58String;
    "amount": bigint;
};
export type Iba7pefg0d11kh = {
    "full_name": Anonymize<Idkbvh6dahk1v7>;
};
export type Idkbvh6dahk1v7 = FixedSizeArray<2, Uint8Array>;
export type Ihfphjolmsqq1 = (SS58String) | undefined;
export type Id5fm4p8lj5qgi = {
    "who": SS58String;
    "amount": bigint;
};
export type BalanceStatus = Enum<{
    "Free": undefined;
    "Reserved": undefined;
}>;
export declare const BalanceStatus: GetEnum<BalanceStatus>;
export type I4cbvqmqadhrea = {
    "who": SS58String;
};
export type I6r0masi6c6tuf = AnonymousEnum<{
    "Preimage": PreimagePalletHoldReason;
    "SafeMode": Enum<{
        "EnterOrExtend": undefined;
    }>;
    "Staking": Enum<{
        "Staking": undefined;
    }>;
    "Session": Enum<{
        "Keys": undefined;
    }>;
    "Registry": Enum<{
        "Artifact": undefined;
        "Version": undefined;
        "Reservation": undefined;
        "Tombstone": undefined;
    }>;
    "Provenance": Enum<{
        "Commitment": undefined;
        "Record": undefined;
        "Attestation": undefined;
    }>;
    "Market": Enum<{
        "Offer": undefined;
        "License": undefined;
        "Purchase": undefined;
        "Sales": undefined;
    }>;
    "Royalties": Enum<{
        "Split": undefined;
        "Share": undefined;
    }>;
}>;
export type PreimagePalletHoldReason = Enum<{
    "Preimage": undefined;
}>;
export declare const PreimagePalletHoldReason: GetEnum<PreimagePalletHoldReason>;
export type TransactionPaymentEvent = Enum<{
    /**
     * A transaction fee `actual_fee`, of which `tip` was added to the minimum inclusion fee,
     * has been paid by `who`.
     */
    "TransactionFeePaid": {
        "who": SS58String;
        "actual_fee": bigint;
        "tip": bigint;
    };
}>;
export declare const TransactionPaymentEvent: GetEnum<TransactionPaymentEvent>;
export type Ie5v6njpckr05b = {
    "value": bigint;
};
export type StakingRewardDestination = Enum<{
    "Staked": undefined;
    "Stash": undefined;
    "Controller": undefined;
    "Account": SS58String;
    "None": undefined;
}>;
export declare const StakingRewardDestination: GetEnum<StakingRewardDestination>;
export type I2hq50pu2kdjpo = {
    "session_index": number;
};
export type Idl3umm12u5pa = {
    "stash": SS58String;
};
export type I4arjljr6dpflb = (number) | undefined;
export type I9o7ssi9vmhmgr = {
    "commission": number;
    "blocked": boolean;
};
export type StakingForcing = Enum<{
    "NotForcing": undefined;
    "ForceNew": undefined;
    "ForceNone": undefined;
    "ForceAlways": undefined;
}>;
export declare const StakingForcing: GetEnum<StakingForcing>;
export type GrandpaEvent = Enum<{
    /**
     * New authority set has been applied.
     */
    "NewAuthorities": {
        "authority_set": Anonymize<I3geksg000c171>;
    };
    /**
     * Current authority set has been paused.
     */
    "Paused": undefined;
    /**
     * Current authority set has been resumed.
     */
    "Resumed": undefined;
}>;
export declare const GrandpaEvent: GetEnum<GrandpaEvent>;
export type I3geksg000c171 = Array<[SizedHex<32>, bigint]>;
export type Ie5l999tf7t2te = {
    "username": Uint8Array;
};
export type I6ouflveob4eli = [SS58String, number];
export type ConvictionVotingVoteAccountVote = Enum<{
    "Standard": {
        "vote": number;
        "balance": bigint;
    };
    "Split": {
        "aye": bigint;
        "nay": bigint;
    };
    "SplitAbstain": {
        "aye": bigint;
        "nay": bigint;
        "abstain": bigint;
    };
}>;
export declare const ConvictionVotingVoteAccountVote: GetEnum<ConvictionVotingVoteAccountVote>;
export type PreimagesBounded = Enum<{
    "Legacy": Anonymize<I1jm8m1rh9e20v>;
    "Inline": Uint8Array;
    "Lookup": {
        "hash": SizedHex<32>;
        "len": number;
    };
}>;
export declare const PreimagesBounded: GetEnum<PreimagesBounded>;
export type Ifsk7cbmtit1jd = {
    "ayes": bigint;
    "nays": bigint;
    "support": bigint;
};
export type I2f87nf5j23b7v = AnonymousEnum<{
    /**
     * A digest was reserved.
     */
    "Reserved": Anonymize<I99lcsaih4vrvt>;
    /**
     * A reservation was given up or had expired, and is gone.
     */
    "ReservationReleased": Anonymize<I55o3u7f2v085q>;
    /**
     * A reservation was revealed by a publication, and is gone.
     */
    "ReservationRevealed": Anonymize<Idcei34kkv8k8g>;
    /**
     * An artifact was registered.
     */
    "ArtifactRegistered": Anonymize<Idirsuvmbpp9k8>;
    /**
     * A version was published.
     */
    "VersionPublished": Anonymize<I5c601lu3udc3d>;
    /**
     * The digest of a version went to another one that had been reserved earlier.
     */
    "VersionSuperseded": Anonymize<Iepe6avdllou1r>;
    /**
     * The digest of a removed version went to one that had been reserved earlier.
     */
    "DigestReclaimed": Anonymize<Idiii6lkeoma03>;
    /**
     * A version was yanked: its owner advises against it.
     */
    "VersionYanked": Anonymize<Ie5hqdi789g8p>;
    /**
     * A version can be cited and sold again.
     */
    "VersionUnyanked": Anonymize<Ilpmu1gi2kqek>;
    /**
     * The card of a version was replaced.
     */
    "CardUpdated": Anonymize<Iflp3nigv0rmve>;
    /**
     * The locations of a version were replaced.
     */
    "LocationsUpdated": Anonymize<Ie0u0ocgbo8r5f>;
    /**
     * The tags of an artifact were replaced.
     */
    "TagsUpdated": Anonymize<I5o1tde49bq7f0>;
    /**
     * An artifact was offered to a new owner.
     */
    "TransferProposed": Anonymize<Iivfcerk9f94o>;
    /**
     * A proposed transfer was taken back or declined.
     */
    "TransferCancelled": Anonymize<Iivfcerk9f94o>;
    /**
     * An artifact has a new owner.
     */
    "OwnershipTransferred": Anonymize<Ie0oofe0pphhhr>;
    /**
     * An artifact was retired: nothing more of it can be published, cited or sold.
     */
    "ArtifactRetired": Anonymize<Imcp4f53ipoeu>;
    /**
     * A version was removed.
     */
    "VersionRemoved": Anonymize<I82t07uekcinrt>;
    /**
     * An artifact was removed.
     */
    "ArtifactRemoved": Anonymize<Iak7d4kouju3t5>;
}>;
export type I99lcsaih4vrvt = {
    /**
     * Who reserved it.
     */
    "account": SS58String;
    /**
     * The hash that binds digest, account and salt.
     */
    "commitment": SizedHex<32>;
    /**
     * The last block in which it can be revealed.
     */
    "expires_at": number;
    /**
     * What is held until it is revealed or released.
     */
    "deposit": bigint;
};
export type I55o3u7f2v085q = {
    /**
     * Who had made it, and got the deposit back.
     */
    "account": SS58String;
    /**
     * The hash that it was known by.
     */
    "commitment": SizedHex<32>;
    /**
     * What was given back.
     */
    "deposit": bigint;
};
export type Idcei34kkv8k8g = {
    /**
     * Who had made it, and got the deposit back.
     */
    "account": SS58String;
    /**
     * The hash that it was known by.
     */
    "commitment": SizedHex<32>;
    /**
     * The version that takes its priority.
     */
    "sequence": bigint;
    /**
     * What was given back.
     */
    "deposit": bigint;
};
export type Idirsuvmbpp9k8 = {
    /**
     * What it is known by.
     */
    "artifact": SizedHex<32>;
    /**
     * Model or dataset.
     */
    "kind": Anonymize<I8e2hfkmvl4jjm>;
    /**
     * Who registered and owns it.
     */
    "publisher": SS58String;
    /**
     * Its name.
     */
    "name": Uint8Array;
    /**
     * Words to find it by.
     */
    "tags": Anonymize<Itom7fk49o0c9>;
    /**
     * What is held for it.
     */
    "deposit": bigint;
};
export type I8e2hfkmvl4jjm = AnonymousEnum<{
    "Model": undefined;
    "Dataset": undefined;
}>;
export type Itom7fk49o0c9 = Array<Uint8Array>;
export type I5c601lu3udc3d = {
    /**
     * What it is known by.
     */
    "sequence": bigint;
    /**
     * Who published it and holds its deposit.
     */
    "owner": SS58String;
    /**
     * The version as stored.
     */
    "version": Anonymize<I5f20lkg069af2>;
};
export type I5f20lkg069af2 = {
    "artifact": SizedHex<32>;
    "number": number;
    "manifest": SizedHex<32>;
    "bytes": bigint;
    "files": number;
    "card"?: Anonymize<I4s6vifaf8k998>;
    "license": Uint8Array;
    "terms": Anonymize<Ied4t2lqmnapab>;
    "sources": Array<{
        "sequence": bigint;
        "relation": Anonymize<Ibajhsu2ua8p30>;
        "royalty": number;
    }>;
    "locations": Anonymize<Itom7fk49o0c9>;
    "published_at": number;
    "priority": number;
    "status": Anonymize<I2nniglpulbjbj>;
    "deposit": bigint;
};
export type Ied4t2lqmnapab = {
    "derivation": Enum<{
        "Open": undefined;
        "LicenseRequired": undefined;
        "Forbidden": undefined;
    }>;
    "uses": {
        "train": boolean;
        "evaluate": boolean;
        "commercial": boolean;
    };
    "royalty": number;
};
export type Ibajhsu2ua8p30 = AnonymousEnum<{
    "FineTune": undefined;
    "Adapter": undefined;
    "Merge": undefined;
    "Quantization": undefined;
    "Pruning": undefined;
    "Conversion": undefined;
    "Distillation": undefined;
    "TrainedOn": undefined;
    "EvaluatedOn": undefined;
    "Subset": undefined;
    "Synthetic": undefined;
}>;
export type I2nniglpulbjbj = AnonymousEnum<{
    "Live": undefined;
    "Yanked": {
        "reason": Uint8Array;
    };
    "Superseded": {
        "by": bigint;
    };
}>;
export type Iepe6avdllou1r = {
    /**
     * The version that cannot be cited or sold any more.
     */
    "sequence": bigint;
    /**
     * The version that the digest belongs to now.
     */
    "by": bigint;
};
export type Idiii6lkeoma03 = {
    /**
     * The digest.
     */
    "manifest": SizedHex<32>;
    /**
     * The removed version that it had belonged to.
     */
    "sequence": bigint;
    /**
     * The version that it belongs to now.
     */
    "by": bigint;
    /**
     * Who had removed the version, and got the rest of its deposit back.
     */
    "account": SS58String;
    /**
     * What was given back.
     */
    "released": bigint;
};
export type Ie5hqdi789g8p = {
    /**
     * The version.
     */
    "sequence": bigint;
    /**
     * Why, in the owner's words.
     */
    "reason": Uint8Array;
    /**
     * What is held for the version now.
     */
    "deposit": bigint;
};
export type Ilpmu1gi2kqek = {
    /**
     * The version.
     */
    "sequence": bigint;
    /**
     * What is held for the version now.
     */
    "deposit": bigint;
};
export type Iflp3nigv0rmve = {
    /**
     * The version.
     */
    "sequence": bigint;
    /**
     * The BLAKE3 hash of the new card, if there is one.
     */
    "card"?: Anonymize<I4s6vifaf8k998>;
    /**
     * What is held for the version now.
     */
    "deposit": bigint;
};
export type Ie0u0ocgbo8r5f = {
    /**
     * The version.
     */
    "sequence": bigint;
    /**
     * Where its bytes can be had now.
     */
    "locations": Anonymize<Itom7fk49o0c9>;
    /**
     * What is held for the version now.
     */
    "deposit": bigint;
};
export type I5o1tde49bq7f0 = {
    /**
     * The artifact.
     */
    "artifact": SizedHex<32>;
    /**
     * Its tags now.
     */
    "tags": Anonymize<Itom7fk49o0c9>;
    /**
     * What is held for the artifact now, without its versions.
     */
    "deposit": bigint;
};
export type Iivfcerk9f94o = {
    /**
     * The artifact.
     */
    "artifact": SizedHex<32>;
    /**
     * Who owns it until it is accepted.
     */
    "owner": SS58String;
    /**
     * Who may accept it. An earlier proposal is void.
     */
    "new_owner": SS58String;
};
export type Ie0oofe0pphhhr = {
    /**
     * The artifact.
     */
    "artifact": SizedHex<32>;
    /**
     * Who owned it, and got the deposits back.
     */
    "old_owner": SS58String;
    /**
     * Who owns it, and holds the deposits now.
     */
    "new_owner": SS58String;
    /**
     * What is held for the artifact and its versions together.
     */
    "deposit": bigint;
};
export type Imcp4f53ipoeu = {
    /**
     * The artifact.
     */
    "artifact": SizedHex<32>;
};
export type I82t07uekcinrt = {
    /**
     * What it was known by.
     */
    "sequence": bigint;
    /**
     * The artifact it was a version of.
     */
    "artifact": SizedHex<32>;
    /**
     * Its number, which is not given again.
     */
    "number": number;
    /**
     * Its digest, which cannot be published again unless it belongs to another version.
     */
    "manifest": SizedHex<32>;
    /**
     * Who owned it.
     */
    "owner": SS58String;
    /**
     * What was given back.
     */
    "released": bigint;
    /**
     * What stays held for the digest's tombstone.
     */
    "tombstone": bigint;
};
export type Iak7d4kouju3t5 = {
    /**
     * What it was known by.
     */
    "artifact": SizedHex<32>;
    /**
     * Who had registered it.
     */
    "publisher": SS58String;
    /**
     * Its name, which cannot be registered again by that publisher.
     */
    "name": Uint8Array;
    /**
     * Who owned it.
     */
    "owner": SS58String;
    /**
     * What was given back.
     */
    "released": bigint;
    /**
     * What stays held for the name's tombstone.
     */
    "tombstone": bigint;
};
export type Idl30q0mjqu7co = AnonymousEnum<{
    /**
     * A version committed to its records.
     */
    "RecordsCommitted": Anonymize<Icg7b84dfbs2e9>;
    /**
     * A version was shown to append to another.
     */
    "RecordsExtended": Anonymize<I8tr7trg2tjsr2>;
    /**
     * A contributor proved that a record of theirs is in a version.
     */
    "RecordProven": Anonymize<I97t8kics2vq0s>;
    /**
     * A contributor does not agree any more that a record of theirs is used: neither in this
     * version nor in any other that has it.
     */
    "ConsentWithdrawn": Anonymize<I83bo2ml6rojgt>;
    /**
     * Somebody attested to a version.
     */
    "Attested": Anonymize<If1834g4vvmarv>;
    /**
     * An attestation was taken back, and is gone.
     */
    "AttestationRevoked": Anonymize<I2ffq3io0ttr61>;
    /**
     * The commitment of a removed version is gone.
     */
    "CommitmentReleased": Anonymize<If3hoassn8l211>;
    /**
     * A proven record of a removed version is gone.
     */
    "RecordReleased": Anonymize<Icgqj3gprn2s3u>;
}>;
export type Icg7b84dfbs2e9 = {
    /**
     * The version.
     */
    "version": bigint;
    /**
     * The root of the Merkle tree of its records.
     */
    "root": SizedHex<32>;
    /**
     * How many records it has.
     */
    "count": bigint;
    /**
     * Who committed, and holds the deposit.
     */
    "depositor": SS58String;
    /**
     * What is held.
     */
    "deposit": bigint;
};
export type I8tr7trg2tjsr2 = {
    /**
     * The version.
     */
    "version": bigint;
    /**
     * The version that it appends to.
     */
    "previous": bigint;
    /**
     * The first of the versions that extend each other.
     */
    "series": bigint;
    /**
     * How many records it appends.
     */
    "appended": bigint;
    /**
     * What is held for the version's commitment now.
     */
    "deposit": bigint;
};
export type I97t8kics2vq0s = {
    /**
     * The version.
     */
    "version": bigint;
    /**
     * The version that brought the record into the dataset.
     */
    "origin": bigint;
    /**
     * The record's place, counted from zero.
     */
    "index": bigint;
    /**
     * Who contributed it, and holds the deposit.
     */
    "contributor": SS58String;
    /**
     * SHA-256 of salt and record.
     */
    "record": SizedHex<32>;
    /**
     * What is held.
     */
    "deposit": bigint;
};
export type I83bo2ml6rojgt = {
    /**
     * The version that the contributor named.
     */
    "version": bigint;
    /**
     * The version that brought the record into the dataset.
     */
    "origin": bigint;
    /**
     * The record's place, counted from zero.
     */
    "index": bigint;
    /**
     * Who contributed it.
     */
    "contributor": SS58String;
};
export type If1834g4vvmarv = {
    /**
     * What the attestation is known by.
     */
    "attestation": bigint;
    /**
     * The version.
     */
    "version": bigint;
    /**
     * Who attests, and holds the deposit.
     */
    "attester": SS58String;
    /**
     * What it is about.
     */
    "claim": Anonymize<I23cqase0ojkjs>;
    /**
     * What was found.
     */
    "verdict": Anonymize<I11jc52epelfm6>;
    /**
     * What shows it.
     */
    "evidence"?: Anonymize<I60rsubcb44cvc>;
    /**
     * What is held.
     */
    "deposit": bigint;
};
export type I23cqase0ojkjs = AnonymousEnum<{
    "Evaluation": undefined;
    "LicenseAudit": undefined;
    "SafetyAudit": undefined;
    "TrainingRun": undefined;
    "PiiScan": undefined;
}>;
export type I11jc52epelfm6 = AnonymousEnum<{
    "Positive": undefined;
    "Neutral": undefined;
    "Negative": undefined;
}>;
export type I60rsubcb44cvc = ({
    "digest": SizedHex<32>;
    "location"?: Anonymize<Iabpgqcjikia83>;
}) | undefined;
export type I2ffq3io0ttr61 = {
    /**
     * What it was known by.
     */
    "attestation": bigint;
    /**
     * The version.
     */
    "version": bigint;
    /**
     * Who had attested, and got the deposit back.
     */
    "attester": SS58String;
    /**
     * What it was about.
     */
    "claim": Anonymize<I23cqase0ojkjs>;
    /**
     * What had been found.
     */
    "verdict": Anonymize<I11jc52epelfm6>;
    /**
     * What was given back.
     */
    "deposit": bigint;
};
export type If3hoassn8l211 = {
    /**
     * The version.
     */
    "version": bigint;
    /**
     * Who had committed, and got the deposit back.
     */
    "depositor": SS58String;
    /**
     * What was given back.
     */
    "deposit": bigint;
};
export type Icgqj3gprn2s3u = {
    /**
     * The version that had brought the record into the dataset.
     */
    "origin": bigint;
    /**
     * The place that it had.
     */
    "index": bigint;
    /**
     * Who had proven it, and got the deposit back.
     */
    "contributor": SS58String;
    /**
     * What was given back.
     */
    "deposit": bigint;
};
export type Idi1uuqtgkvk5d = AnonymousEnum<{
    /**
     * Licenses for an artifact can be bought.
     */
    "OfferCreated": Anonymize<Ib5c3pbg52pk95>;
    /**
     * An offer says something else now.
     */
    "OfferUpdated": Anonymize<I5r527mgs7h028>;
    /**
     * An offer is gone. Licenses bought under it stay.
     */
    "OfferClosed": Anonymize<Ie428lrlqfupls>;
    /**
     * Somebody has a license.
     */
    "LicenseBought": Anonymize<I70r9ve5cgl578>;
    /**
     * A license lasts longer.
     */
    "LicenseRenewed": Anonymize<I4dehqpvsnghui>;
    /**
     * A buyer has the price back. The license ended, or is as it was before it was renewed.
     */
    "PurchaseRefunded": Anonymize<I6lj89pk4d5n61>;
    /**
     * A purchase is final and paid.
     */
    "PurchaseSettled": Anonymize<I1i0dfs5gilaej>;
    /**
     * A purchase is final, and the buyer has the price back: licenses became free meanwhile.
     */
    "PurchaseReleased": Anonymize<I8sslreuk3stel>;
    /**
     * A purchase that is due could not be settled by itself. Call `settle`.
     */
    "SettlementFailed": Anonymize<I2f6qke7tb87ap>;
    /**
     * A license belongs to somebody else.
     */
    "LicenseTransferred": Anonymize<I2bkc4et5v1fqt>;
    /**
     * A license is gone.
     */
    "LicenseReleased": Anonymize<I5sammt81q376>;
    /**
     * A publisher pledged that an artifact brings no more than this.
     */
    "CapPledged": Anonymize<Ib7k9gj0g021h9>;
    /**
     * A publisher pledged that an artifact brings even less.
     */
    "CapLowered": Anonymize<Ib7k9gj0g021h9>;
    /**
     * An artifact brought what it may. Every license for it is free from now on.
     */
    "CapReached": Anonymize<Ic80nv62hmh73j>;
    /**
     * What an artifact sells is kept from now on.
     */
    "SalesOpened": Anonymize<Ia7u2qtmdkia1f>;
    /**
     * What an artifact sold needs not be kept any more.
     */
    "SalesClosed": Anonymize<Ia7u2qtmdkia1f>;
}>;
export type Ib5c3pbg52pk95 = {
    /**
     * What the offer is known by.
     */
    "offer": bigint;
    /**
     * The artifact that a license covers.
     */
    "artifact": SizedHex<32>;
    /**
     * Who owns the artifact, made the offer, and holds the deposit.
     */
    "owner": SS58String;
    /**
     * What it says.
     */
    "terms": Anonymize<I8ptsmgq40mev7>;
    /**
     * What is held.
     */
    "deposit": bigint;
};
export type I8ptsmgq40mev7 = {
    "version": bigint;
    "price": bigint;
    "duration"?: Anonymize<I4arjljr6dpflb>;
    "supply"?: Anonymize<I4arjljr6dpflb>;
    "transferable": boolean;
    "refund_window": number;
};
export type I5r527mgs7h028 = {
    /**
     * What the offer is known by.
     */
    "offer": bigint;
    /**
     * The number of these terms, which a buyer names.
     */
    "revision": number;
    /**
     * What it says now.
     */
    "terms": Anonymize<I8ptsmgq40mev7>;
};
export type Ie428lrlqfupls = {
    /**
     * What the offer was known by.
     */
    "offer": bigint;
    /**
     * The artifact that a license covered.
     */
    "artifact": SizedHex<32>;
    /**
     * Who had made the offer, and got the deposit back.
     */
    "depositor": SS58String;
    /**
     * What was given back.
     */
    "deposit": bigint;
};
export type I70r9ve5cgl578 = {
    /**
     * The artifact that it covers.
     */
    "artifact": SizedHex<32>;
    /**
     * Who holds it.
     */
    "account": SS58String;
    /**
     * The offer that it was bought under.
     */
    "offer": bigint;
    /**
     * The version that was sold.
     */
    "version": bigint;
    /**
     * What it costs, in planck.
     */
    "price": bigint;
    /**
     * How long it lasts.
     */
    "term": Anonymize<Icfsqfeqvljrn4>;
    /**
     * The last block in which the price can be refunded; until then it is held. Nothing
     * where it was taken at once, or there is no price.
     */
    "refundable_until"?: Anonymize<I4arjljr6dpflb>;
    /**
     * What is held for the record.
     */
    "deposit": bigint;
};
export type Icfsqfeqvljrn4 = AnonymousEnum<{
    "Perpetual": undefined;
    "Until": number;
}>;
export type I4dehqpvsnghui = {
    /**
     * The artifact that it covers.
     */
    "artifact": SizedHex<32>;
    /**
     * Who holds it.
     */
    "account": SS58String;
    /**
     * The offer that it was renewed under.
     */
    "offer": bigint;
    /**
     * The version that was sold.
     */
    "version": bigint;
    /**
     * What it costs, in planck.
     */
    "price": bigint;
    /**
     * How long it lasts now.
     */
    "term": Anonymize<Icfsqfeqvljrn4>;
    /**
     * The last block in which the price can be refunded; until then it is held. Nothing
     * where it was taken at once, or there is no price.
     */
    "refundable_until"?: Anonymize<I4arjljr6dpflb>;
};
export type I6lj89pk4d5n61 = {
    /**
     * The artifact that the license covered.
     */
    "artifact": SizedHex<32>;
    /**
     * Who bought.
     */
    "account": SS58String;
    /**
     * The offer that it was bought under.
     */
    "offer": bigint;
    /**
     * What was given back of the price.
     */
    "price": bigint;
    /**
     * What was given back for the record; zero where the license goes on.
     */
    "deposit": bigint;
};
export type I1i0dfs5gilaej = {
    /**
     * The artifact that the license covers.
     */
    "artifact": SizedHex<32>;
    /**
     * Who bought.
     */
    "account": SS58String;
    /**
     * The offer that it was bought under.
     */
    "offer": bigint;
    /**
     * The version that was sold, whose vault was paid.
     */
    "version": bigint;
    /**
     * What was paid, in planck: the sum of the next three.
     */
    "price": bigint;
    /**
     * The protocol's fee.
     */
    "fee": bigint;
    /**
     * What reached the version's vault.
     */
    "income": bigint;
    /**
     * What went to the commons, above the artifact's cap.
     */
    "excess": bigint;
};
export type I8sslreuk3stel = {
    /**
     * The artifact that the license covers.
     */
    "artifact": SizedHex<32>;
    /**
     * Who bought.
     */
    "account": SS58String;
    /**
     * The offer that it was bought under.
     */
    "offer": bigint;
    /**
     * What was given back.
     */
    "price": bigint;
};
export type I2f6qke7tb87ap = {
    /**
     * The artifact that the license covers.
     */
    "artifact": SizedHex<32>;
    /**
     * Who bought.
     */
    "account": SS58String;
    /**
     * Why.
     */
    "error": Anonymize<Iamqkke0he1r00>;
};
export type I2bkc4et5v1fqt = {
    /**
     * The artifact that it covers.
     */
    "artifact": SizedHex<32>;
    /**
     * Who held it.
     */
    "from": SS58String;
    /**
     * Who holds it now, and its deposit.
     */
    "to": SS58String;
    /**
     * What is held.
     */
    "deposit": bigint;
};
export type I5sammt81q376 = {
    /**
     * The artifact that it covered.
     */
    "artifact": SizedHex<32>;
    /**
     * Who held it, and got the deposit back.
     */
    "account": SS58String;
    /**
     * What was given back.
     */
    "deposit": bigint;
};
export type Ib7k9gj0g021h9 = {
    /**
     * The artifact.
     */
    "artifact": SizedHex<32>;
    /**
     * The most that its sales may bring, in planck.
     */
    "cap": bigint;
    /**
     * What they brought so far, in planck.
     */
    "income": bigint;
};
export type Ic80nv62hmh73j = {
    /**
     * The artifact.
     */
    "artifact": SizedHex<32>;
    /**
     * What its sales brought, in planck.
     */
    "income": bigint;
};
export type Ia7u2qtmdkia1f = {
    /**
     * The artifact.
     */
    "artifact": SizedHex<32>;
    /**
     * Who holds the deposit.
     */
    "depositor": SS58String;
    /**
     * What is held.
     */
    "deposit": bigint;
};
export type Iefuh1qs8rd795 = AnonymousEnum<{
    /**
     * A version was paid for.
     */
    "IncomeReceived": Anonymize<Ijraclrtnj4hv>;
    /**
     * Income of a version was divided.
     */
    "Distributed": Anonymize<Ifpqeopq7vopip>;
    /**
     * A version was due something besides income, a reward, and it was divided.
     */
    "PayoutDivided": Anonymize<I4evds8e222vj>;
    /**
     * A source had its royalty.
     */
    "RoyaltyPaid": Anonymize<I3u4pqus43laso>;
    /**
     * An account can withdraw more.
     */
    "Earned": Anonymize<I2o9vh28gvjmt9>;
    /**
     * Contributors can collect more.
     */
    "ContributorsPaid": Anonymize<I4h8ls0igemr7p>;
    /**
     * The income of an artifact is divided in another way from now on.
     */
    "SplitSet": Anonymize<I8lek75eshr08t>;
    /**
     * A split is not in force any more, and kept for the income that came in under it and the
     * rewards for such income.
     */
    "SplitKept": Anonymize<Ibvjbbu73ju74g>;
    /**
     * A split is gone: it is not in force any more, and nothing is left to be divided by it.
     */
    "SplitRetired": Anonymize<I4tspss1en7avu>;
    /**
     * A contributor has a share of a dataset's income from now on.
     */
    "ShareOpened": Anonymize<Iero5nokvke453>;
    /**
     * What was due to a contributor can be withdrawn.
     */
    "ShareCollected": Anonymize<I8mbobhr9ivd4d>;
    /**
     * None of a contributor's records that the version brought counts any more.
     */
    "ShareClosed": Anonymize<Iero5nokvke453>;
    /**
     * Earnings were paid out.
     */
    "Withdrawn": Anonymize<Ic262ibdoec56a>;
}>;
export type Ijraclrtnj4hv = {
    /**
     * The version.
     */
    "version": bigint;
    /**
     * Who paid.
     */
    "payer": SS58String;
    /**
     * What was paid. It is the next three together.
     */
    "gross": bigint;
    /**
     * The protocol's fee.
     */
    "fee": bigint;
    /**
     * What went to the commons, above the cap.
     */
    "excess": bigint;
    /**
     * What reached the version's vault.
     */
    "income": bigint;
    /**
     * The credit for the fee, which reached the vault with it.
     */
    "credit": bigint;
    /**
     * The split that it came in under.
     */
    "split": number;
};
export type Ifpqeopq7vopip = {
    /**
     * The version.
     */
    "version": bigint;
    /**
     * The split that the income had come in under.
     */
    "split": number;
    /**
     * How much it was.
     */
    "income": bigint;
    /**
     * What went on to the vaults of its sources.
     */
    "royalties": bigint;
    /**
     * What contributors of its records can collect of it. Where rounding kept something for
     * the next time, or the last time's is used now, that makes the difference of the sum.
     */
    "contributors": bigint;
    /**
     * What went to the members of the split, or to the owner.
     */
    "earnings": bigint;
    /**
     * The fee credit that came to rest here: what was with the income, without what went on
     * with royalties.
     */
    "credit": bigint;
};
export type I4evds8e222vj = {
    /**
     * The version.
     */
    "version": bigint;
    /**
     * The split that was kept for it.
     */
    "split": number;
    /**
     * How much it was.
     */
    "amount": bigint;
    /**
     * What contributors of its records can collect of it. Where rounding kept something for
     * the next time, or the last time's is used now, that makes the difference of the sum.
     */
    "contributors": bigint;
    /**
     * What went to the members of the split, or to the owner.
     */
    "earnings": bigint;
};
export type I3u4pqus43laso = {
    /**
     * The source, into whose vault it went.
     */
    "version": bigint;
    /**
     * The version that was made from it.
     */
    "from": bigint;
    /**
     * How much it was.
     */
    "amount": bigint;
    /**
     * The fee credit that went with it.
     */
    "credit": bigint;
    /**
     * The split that it came in under.
     */
    "split": number;
};
export type I2o9vh28gvjmt9 = {
    /**
     * Who.
     */
    "account": SS58String;
    /**
     * The version whose income or reward it is of.
     */
    "version": bigint;
    /**
     * How much more.
     */
    "amount": bigint;
};
export type I4h8ls0igemr7p = {
    /**
     * The version whose income or reward it is of.
     */
    "version": bigint;
    /**
     * How much more, for each record.
     */
    "per_record": bigint;
    /**
     * How many records count.
     */
    "records": bigint;
    /**
     * How much more, for all of them.
     */
    "amount": bigint;
};
export type I8lek75eshr08t = {
    /**
     * The artifact.
     */
    "artifact": SizedHex<32>;
    /**
     * The number of the split.
     */
    "number": number;
    /**
     * Who owns the artifact, and holds the deposit.
     */
    "owner": SS58String;
    /**
     * The split. Without members, all is the owner's.
     */
    "split": Anonymize<I8n71bnaajrhqm>;
    /**
     * What is held.
     */
    "deposit": bigint;
};
export type I8n71bnaajrhqm = {
    "contributors": number;
    "members": Anonymize<I3pfjtve0hdlp1>;
};
export type I3pfjtve0hdlp1 = Array<{
    "account": SS58String;
    "share": number;
}>;
export type Ibvjbbu73ju74g = {
    /**
     * The artifact.
     */
    "artifact": SizedHex<32>;
    /**
     * The number of the split.
     */
    "number": number;
    /**
     * Of how many versions there is income under it.
     */
    "vaults": number;
    /**
     * For how many rewards that can still be claimed it is kept.
     */
    "rewards": number;
    /**
     * Who holds the deposit.
     */
    "depositor": SS58String;
    /**
     * What is held.
     */
    "deposit": bigint;
};
export type I4tspss1en7avu = {
    /**
     * The artifact.
     */
    "artifact": SizedHex<32>;
    /**
     * The number of the split.
     */
    "number": number;
    /**
     * Who had held the deposit, and got it back.
     */
    "depositor": SS58String;
    /**
     * What was given back.
     */
    "deposit": bigint;
};
export type Iero5nokvke453 = {
    /**
     * The version that brought the contributor's record into the dataset.
     */
    "origin": bigint;
    /**
     * Who contributed it, and holds the deposit.
     */
    "contributor": SS58String;
    /**
     * What is held.
     */
    "deposit": bigint;
};
export type I8mbobhr9ivd4d = {
    /**
     * The version that brought the contributor's records into the dataset.
     */
    "origin": bigint;
    /**
     * Who contributed them, and can withdraw more.
     */
    "contributor": SS58String;
    /**
     * How much more.
     */
    "amount": bigint;
};
export type Ibqkf79ki4lj51 = AnonymousEnum<{
    /**
     * An epoch ended, and its rewards can be claimed.
     */
    "EpochEnded": Anonymize<I5f0a90u865fe6>;
    /**
     * An epoch ended in which no credit came to rest. All that there is goes on to the next.
     */
    "EpochRolledOver": Anonymize<Ia30hs2teqfoer>;
    /**
     * The rewards of an epoch cannot be claimed any more.
     */
    "EpochExpired": Anonymize<Idasi83b2hi6kd>;
    /**
     * Fee credit came to rest at a version.
     */
    "CreditBooked": Anonymize<Ibpplvl91iral8>;
    /**
     * A version's reward was paid.
     */
    "RewardClaimed": Anonymize<I337lcir0ff2jc>;
    /**
     * A version's reward was not claimed in time, and is forgotten.
     */
    "RewardExpired": Anonymize<Ibpplvl91iral8>;
    /**
     * Other parameters hold from now on.
     */
    "ParametersSet": Anonymize<Ick1dnolbtfvmu>;
    /**
     * A part of the commons pool goes to those who have votes.
     */
    "CommonsAllotted": Anonymize<I4rpu2mbhskfmq>;
}>;
export type I5f0a90u865fe6 = {
    /**
     * The epoch.
     */
    "epoch": number;
    /**
     * The fee credit of all versions in it.
     */
    "credit": bigint;
    /**
     * What the pot had to give away.
     */
    "funds": bigint;
    /**
     * What of it rewards could use.
     */
    "usage_pool": bigint;
    /**
     * What all rewards are together.
     */
    "rewards": bigint;
    /**
     * What went to the commons pool.
     */
    "to_commons": bigint;
};
export type Ia30hs2teqfoer = {
    /**
     * The epoch.
     */
    "epoch": number;
    /**
     * What the pot has to give away.
     */
    "funds": bigint;
};
export type Idasi83b2hi6kd = {
    /**
     * The epoch.
     */
    "epoch": number;
    /**
     * What was not claimed, and can be given away again.
     */
    "amount": bigint;
};
export type Ibpplvl91iral8 = {
    /**
     * The epoch.
     */
    "epoch": number;
    /**
     * The version.
     */
    "version": bigint;
    /**
     * The split that the income had come in under.
     */
    "split": number;
    /**
     * How much it is.
     */
    "credit": bigint;
};
export type I337lcir0ff2jc = {
    /**
     * The epoch that it is for.
     */
    "epoch": number;
    /**
     * The version.
     */
    "version": bigint;
    /**
     * The split among whose members and contributors it was divided.
     */
    "split": number;
    /**
     * The version's fee credit in the epoch, under this split.
     */
    "credit": bigint;
    /**
     * How much it is.
     */
    "amount": bigint;
    /**
     * Who signed.
     */
    "account": SS58String;
};
export type Ick1dnolbtfvmu = {
    /**
     * The parameters.
     */
    "parameters": Anonymize<I3h8c98fbaba70>;
};
export type I3h8c98fbaba70 = {
    "usage_share": number;
    "issuance_share": number;
};
export type I4rpu2mbhskfmq = {
    /**
     * The epoch that ended.
     */
    "epoch": number;
    /**
     * The account from which they are paid.
     */
    "account": SS58String;
    /**
     * How much.
     */
    "amount": bigint;
};
export type Ic5m5lp1oioo8r = Array<SizedHex<32>>;
export type I95g6i7ilua7lq = Array<Anonymize<I9jd27rnpm8ttv>>;
export type Ieniouoqkq4icf = {
    "spec_version": number;
    "spec_name": string;
};
export type Icj9o38ri5fchv = {
    "session_slots": number;
    "era_sessions": number;
    "bonding_eras": number;
    "slash_defer_eras": number;
    "epoch_blocks": number;
    "day_blocks": number;
};
export type Icjh0dsdppgsoa = Array<{
    "id": Anonymize<I6r0masi6c6tuf>;
    "amount": bigint;
}>;
export type Ib3j7gb0jgs38u = {
    "index": number;
    "start"?: Anonymize<I35p85j063s0il>;
};
export type I35p85j063s0il = (bigint) | undefined;
export type I6flrronqs3l6n = {
    "total": bigint;
    "own": bigint;
    "nominator_count": number;
    "page_count": number;
};
export type I7svnfko10tq2e = [number, SS58String];
export type Iff9p3c7k6pfoi = {
    "total": number;
    "individual": Array<Anonymize<I6ouflveob4eli>>;
};
export type Ia2lhg7l2hilo3 = Array<SS58String>;
export type I4mm4ean8hhris = {
    "kind": Anonymize<I8e2hfkmvl4jjm>;
    "publisher": SS58String;
    "owner": SS58String;
    "pending_owner"?: Anonymize<Ihfphjolmsqq1>;
    "name": Uint8Array;
    "tags": Anonymize<Itom7fk49o0c9>;
    "status": Enum<{
        "Active": undefined;
        "Retired": undefined;
    }>;
    "next_number": number;
    "versions": number;
    "deposit": bigint;
    "versions_deposit": bigint;
};
export type I4pact7n2e9a0i = [SizedHex<32>, number];
export type I3h49nlnb3gl1t = AnonymousEnum<{
    "Published": bigint;
    "Removed": {
        "sequence": bigint;
        "published_at": number;
        "priority": number;
        "tombstone": Anonymize<I4v0sdjdgegngc>;
    };
}>;
export type I4v0sdjdgegngc = {
    "account": SS58String;
    "deposit": bigint;
};
export type I200n1ov5tbcvr = FixedSizeArray<2, bigint>;
export type I5n7h6635cfh3p = {
    "block": number;
    "deposit": bigint;
};
export type I8uo3fpd3bcc6f = [SS58String, SizedHex<32>];
export type Id69gvl9gm8pec = {
    "root": SizedHex<32>;
    "count": bigint;
    "series": bigint;
    "depositor": SS58String;
    "deposit": bigint;
};
export type I72jv9lfblurj9 = Array<{
    "version": bigint;
    "end": bigint;
    "proven": bigint;
    "withdrawn": bigint;
}>;
export type Ibs0tut9do27pe = {
    "contributor": SS58String;
    "withdrawn": boolean;
    "deposit": bigint;
};
export type Icvv9lg92f5d1v = {
    "attester": SS58String;
    "claim": Anonymize<I23cqase0ojkjs>;
    "verdict": Anonymize<I11jc52epelfm6>;
    "evidence"?: Anonymize<I60rsubcb44cvc>;
    "attested_at": number;
    "deposit": bigint;
};
export type Ib7h78333bsjn2 = [bigint, SizedHex<8>];
export type I1nrrrcs3ifelt = Array<{
    "id": bigint;
    "verdict": Anonymize<I11jc52epelfm6>;
}>;
export type I96rqo4i9p11oo = [bigint, SS58String];
export type I5i1bdft7ptlb5 = {
    "artifact": SizedHex<32>;
    "terms": Anonymize<I8ptsmgq40mev7>;
    "revision": number;
    "depositor": SS58String;
    "deposit": bigint;
};
export type I6n3dq2m53rjah = {
    "offers": Anonymize<Iafqnechp3omqg>;
    "licenses": number;
    "income": bigint;
    "cap"?: Anonymize<I35p85j063s0il>;
    "depositor": SS58String;
    "deposit": bigint;
};
export type Iafqnechp3omqg = Array<bigint>;
export type I9jea06984vfti = [SizedHex<4>, SizedHex<32>];
export type I3lea1kj6dh7c0 = {
    "grant": Anonymize<I213anm1hucbdq>;
    "purchase"?: ({
        "price": bigint;
        "refundable_until": number;
        "supplied": boolean;
        "previous"?: (Anonymize<I213anm1hucbdq>) | undefined;
    }) | undefined;
    "since": number;
    "deposit": bigint;
};
export type I213anm1hucbdq = {
    "offer": bigint;
    "version": bigint;
    "term": Anonymize<Icfsqfeqvljrn4>;
    "transferable": boolean;
};
export type I3sean4dbblfft = [SizedHex<32>, SS58String];
export type Ib988mdpsjckr5 = [SizedHex<4>, Anonymize<I3sean4dbblfft>];
export type I4f7ng4qjrc4tu = {
    "split": number;
    "amount": bigint;
    "credit": bigint;
};
export type Ial90alfmijcmv = Array<{
    "epoch": number;
    "sales": bigint;
    "royalties": bigint;
}>;
export type I66p3qv97d5jmp = {
    "amount": bigint;
    "credit": bigint;
};
export type I587vttnjd5hm4 = [SizedHex<8>, SizedHex<4>];
export type I6cs1itejju2vv = [bigint, number];
export type I4tj5ktr1s8na1 = {
    "number": number;
    "split": Anonymize<I8n71bnaajrhqm>;
    "vaults": number;
    "rewards": number;
    "depositor"?: Anonymize<Ihfphjolmsqq1>;
    "deposit": bigint;
};
export type I52ecpeupab5ea = {
    "contributors": number;
    "members": Anonymize<I3pfjtve0hdlp1>;
    "vaults": number;
    "rewards": number;
    "depositor": SS58String;
    "deposit": bigint;
};
export type I9clt1jcbu9s9q = {
    "versions": Array<{
        "version": bigint;
        "records": bigint;
        "per_record": bigint;
        "carry": bigint;
    }>;
    "owed": bigint;
};
export type Ia3eqmj0mmrlbi = {
    "series": bigint;
    "records": bigint;
    "checkpoint": bigint;
    "deposit": bigint;
};
export type Iac7bfo74pfhbu = {
    "index": number;
    "end": number;
    "credit": bigint;
};
export type Idsk0or1oc8bhk = {
    "credit": bigint;
    "rewards": bigint;
    "claimed": bigint;
};
export type I68931arbhe26l = [number, bigint, SizedHex<4>];
export type In7a38730s6qs = {
    "base_block": Anonymize<I4q39t5hn830vp>;
    "max_block": Anonymize<I4q39t5hn830vp>;
    "per_class": {
        "normal": {
            "base_extrinsic": Anonymize<I4q39t5hn830vp>;
            "max_extrinsic"?: (Anonymize<I4q39t5hn830vp>) | undefined;
            "max_total"?: (Anonymize<I4q39t5hn830vp>) | undefined;
            "reserved"?: (Anonymize<I4q39t5hn830vp>) | undefined;
        };
        "operational": {
            "base_extrinsic": Anonymize<I4q39t5hn830vp>;
            "max_extrinsic"?: (Anonymize<I4q39t5hn830vp>) | undefined;
            "max_total"?: (Anonymize<I4q39t5hn830vp>) | undefined;
            "reserved"?: (Anonymize<I4q39t5hn830vp>) | undefined;
        };
        "mandatory": {
            "base_extrinsic": Anonymize<I4q39t5hn830vp>;
            "max_extrinsic"?: (Anonymize<I4q39t5hn830vp>) | undefined;
            "max_total"?: (Anonymize<I4q39t5hn830vp>) | undefined;
            "reserved"?: (Anonymize<I4q39t5hn830vp>) | undefined;
        };
    };
};
export type Ibtil0ss5munbk = {
    "max": {
        "normal": number;
        "operational": number;
        "mandatory": number;
    };
    "max_header_size"?: Anonymize<I4arjljr6dpflb>;
};
export type I9s0ave7t0vnrk = {
    "read": bigint;
    "write": bigint;
};
export type I4fo08joqmcqnm = {
    "spec_name": string;
    "impl_name": string;
    "authoring_version": number;
    "spec_version": number;
    "impl_version": number;
    "apis": Array<[SizedHex<8>, number]>;
    "transaction_version": number;
    "system_version": number;
};
export type Iekve0i6djpd9f = AnonymousEnum<{
    /**
     * Make some on-chain remark.
     *
     * Can be executed by every `origin`.
     */
    "remark": Anonymize<I8ofcg5rbj0g2c>;
    /**
     * Set the number of pages in the WebAssembly environment's heap.
     */
    "set_heap_pages": Anonymize<I4adgbll7gku4i>;
    /**
     * Set the new runtime code.
     */
    "set_code": Anonymize<I6pjjpfvhvcfru>;
    /**
     * Set the new runtime code without doing any checks of the given `code`.
     *
     * Note that runtime upgrades will not run if this is called with a not-increasing spec
     * version!
     */
    "set_code_without_checks": Anonymize<I6pjjpfvhvcfru>;
    /**
     * Set some items of storage.
     */
    "set_storage": Anonymize<I9pj91mj79qekl>;
    /**
     * Kill some items from storage.
     */
    "kill_storage": Anonymize<I39uah9nss64h9>;
    /**
     * Kill all storage items with a key that starts with the given prefix.
     *
     * **NOTE:** We rely on the Root origin to provide us the number of subkeys under
     * the prefix we are removing to accurately calculate the weight of this function.
     */
    "kill_prefix": Anonymize<Ik64dknsq7k08>;
    /**
     * Make some on-chain remark and emit event.
     */
    "remark_with_event": Anonymize<I8ofcg5rbj0g2c>;
    /**
     * Authorize an upgrade to a given `code_hash` for the runtime. The runtime can be supplied
     * later.
     *
     * This call requires Root origin.
     */
    "authorize_upgrade": Anonymize<Ib51vk42m1po4n>;
    /**
     * Authorize an upgrade to a given `code_hash` for the runtime. The runtime can be supplied
     * later.
     *
     * WARNING: This authorizes an upgrade that will take place without any safety checks, for
     * example that the spec name remains the same and that the version number increases. Not
     * recommended for normal use. Use `authorize_upgrade` instead.
     *
     * This call requires Root origin.
     */
    "authorize_upgrade_without_checks": Anonymize<Ib51vk42m1po4n>;
    /**
     * Provide the preimage (runtime binary) `code` for an upgrade that has been authorized.
     *
     * If the authorization required a version check, this call will ensure the spec name
     * remains unchanged and that the spec version has increased.
     *
     * Depending on the runtime's `OnSetCode` configuration, this function may directly apply
     * the new `code` in the same block or attempt to schedule the upgrade.
     *
     * All origins are allowed.
     */
    "apply_authorized_upgrade": Anonymize<I6pjjpfvhvcfru>;
}>;
export type I8ofcg5rbj0g2c = {
    "remark": Uint8Array;
};
export type I4adgbll7gku4i = {
    "pages": bigint;
};
export type I6pjjpfvhvcfru = {
    "code": Uint8Array;
};
export type I9pj91mj79qekl = {
    "items": Array<Anonymize<Idkbvh6dahk1v7>>;
};
export type I39uah9nss64h9 = {
    "keys": Anonymize<Itom7fk49o0c9>;
};
export type Ik64dknsq7k08 = {
    "prefix": Uint8Array;
    "subkeys": number;
};
export type Ib51vk42m1po4n = {
    "code_hash": SizedHex<32>;
};
export type Id5rla46qo9snn = AnonymousEnum<{
    /**
     * Send a batch of dispatch calls and atomically execute them.
     * The whole transaction will rollback and fail if any of the calls failed.
     *
     * May be called from any origin except `None`.
     *
     * - `calls`: The calls to be dispatched from the same origin. The number of call must not
     * exceed the constant: `batched_calls_limit` (available in constant metadata).
     *
     * If origin is root then the calls are dispatched without checking origin filter. (This
     * includes bypassing `frame_system::Config::BaseCallFilter`).
     *
     * ## Complexity
     * - O(C) where C is the number of calls to be batched.
     */
    "batch_all": Anonymize<I8soe01bkbp35r>;
    /**
     * Send a batch of dispatch calls.
     * Unlike `batch`, it allows errors and won't interrupt.
     *
     * May be called from any origin except `None`.
     *
     * - `calls`: The calls to be dispatched from the same origin. The number of call must not
     * exceed the constant: `batched_calls_limit` (available in constant metadata).
     *
     * If origin is root then the calls are dispatch without checking origin filter. (This
     * includes bypassing `frame_system::Config::BaseCallFilter`).
     *
     * ## Complexity
     * - O(C) where C is the number of calls to be batched.
     */
    "force_batch": Anonymize<I8soe01bkbp35r>;
}>;
export type I8soe01bkbp35r = {
    "calls": Array<TxCallData>;
};
export type I8dmdm369u7fsf = AnonymousEnum<{
    /**
     * Reserve a digest without showing it.
     *
     * Whoever publishes after showing its digest in the transaction pool could be overtaken by
     * a copy. So reserve first, and publish with the salt in a later block: the version then
     * has the priority of this block. A deposit is held until the reservation is revealed or
     * released.
     *
     * Must be signed by the account that will publish.
     *
     * - `commitment`: the hash of tag, digest, account and salt.
     *
     * Emits `Reserved`.
     */
    "reserve": Anonymize<Icr3t2kod9dj5d>;
    /**
     * Release a reservation and give back its deposit.
     *
     * Must be signed by the account that made it; by anybody once it has expired.
     *
     * - `account`: who made it, and gets the deposit back.
     *
     * Emits `ReservationReleased`.
     */
    "release_reservation": Anonymize<Iaqa00k30vc431>;
    /**
     * Register a model or dataset under a name.
     *
     * Its id is a hash of the publisher and the name, so versions can be published in the
     * same batch. A deposit is held until it is removed or has a new owner.
     *
     * Must be signed by the publisher, who becomes the owner.
     *
     * Emits `ArtifactRegistered`.
     */
    "register": Anonymize<I1t37vurs1utqb>;
    /**
     * Publish a version of an artifact.
     *
     * Everything but the card and the locations is final. The bytes of a version are published
     * once on this chain: where somebody else was first, this fails, unless an earlier
     * reservation is revealed within `RevealWindow` blocks of that publication. A deposit is
     * held until the version is removed or has a new owner.
     *
     * Must be signed by the artifact's owner.
     *
     * - `reservation`: the salt of a reservation that the owner made in an earlier block.
     *
     * Emits `VersionPublished`; with a reservation `ReservationRevealed`, and where that takes
     * the digest from another version `VersionSuperseded` or `DigestReclaimed`.
     */
    "publish": Anonymize<I46dvc66979cuu>;
    /**
     * Advise against a version: it can no longer be cited or sold.
     *
     * Nothing is taken from those who use it, and it can be undone with `unyank`. The bytes of
     * the reason are added to the version's deposit.
     *
     * Must be signed by the artifact's owner.
     *
     * - `reason`: one line of UTF-8 text for those who use it; may be empty.
     *
     * Emits `VersionYanked`.
     */
    "yank": Anonymize<Icqfrgn3abq6ja>;
    /**
     * Let a yanked version be cited and sold again.
     *
     * Must be signed by the artifact's owner.
     *
     * Emits `VersionUnyanked`.
     */
    "unyank": Anonymize<I2e1ek76m34991>;
    /**
     * Replace the card of a version.
     *
     * The version's deposit grows or shrinks with it.
     *
     * Must be signed by the artifact's owner.
     *
     * - `card`: the BLAKE3 hash of the new card; none takes the card away.
     *
     * Emits `CardUpdated`.
     */
    "update_card": Anonymize<Ifr7e8s46bpdbt>;
    /**
     * Replace the locations of a version.
     *
     * The version's deposit grows or shrinks with them.
     *
     * Must be signed by the artifact's owner.
     *
     * Emits `LocationsUpdated`.
     */
    "update_locations": Anonymize<I20atd34gnqpug>;
    /**
     * Replace the tags of an artifact.
     *
     * The artifact's deposit grows or shrinks with them.
     *
     * Must be signed by the artifact's owner.
     *
     * Emits `TagsUpdated`.
     */
    "update_tags": Anonymize<I9sf8n0ekdnt0k>;
    /**
     * Offer an artifact with all its versions to a new owner.
     *
     * Nothing changes until the new owner accepts. An earlier offer is void.
     *
     * Must be signed by the artifact's owner.
     *
     * Emits `TransferProposed`.
     */
    "transfer_ownership": Anonymize<I3eedi1r6u2p2i>;
    /**
     * Accept an artifact with all its versions.
     *
     * The deposits for all of it are held on the new owner's account, then the old owner's
     * are given back. The name stays that of the publisher.
     *
     * Must be signed by the account that the artifact was offered to.
     *
     * Emits `OwnershipTransferred`.
     */
    "accept_ownership": Anonymize<Imcp4f53ipoeu>;
    /**
     * Take back or decline the offer of an artifact.
     *
     * Must be signed by the artifact's owner or by the account that it was offered to.
     *
     * Emits `TransferCancelled`.
     */
    "cancel_transfer": Anonymize<Imcp4f53ipoeu>;
    /**
     * Retire an artifact: nothing more of it can be published, cited or sold, for ever.
     *
     * Must be signed by the artifact's owner.
     *
     * Emits `ArtifactRetired`.
     */
    "retire": Anonymize<Imcp4f53ipoeu>;
    /**
     * Remove a version that nothing refers to: no descendant, license or income.
     *
     * Its deposit is given back, but for the part that is held for ever for its digest, which
     * cannot be published again.
     *
     * The weight that is not needed for sources it does not have is given back.
     *
     * Must be signed by the artifact's owner.
     *
     * Emits `VersionRemoved`.
     */
    "remove_version": Anonymize<I2e1ek76m34991>;
    /**
     * Remove an artifact that has no versions and that nothing refers to.
     *
     * Its deposit is given back, but for the part that is held for ever for its name, which
     * cannot be registered again.
     *
     * Must be signed by the artifact's owner.
     *
     * Emits `ArtifactRemoved`.
     */
    "remove_artifact": Anonymize<Imcp4f53ipoeu>;
}>;
export type Icr3t2kod9dj5d = {
    "commitment": SizedHex<32>;
};
export type Iaqa00k30vc431 = {
    "account": SS58String;
    "commitment": SizedHex<32>;
};
export type I1t37vurs1utqb = {
    "kind": Anonymize<I8e2hfkmvl4jjm>;
    "name": Uint8Array;
    "tags": Anonymize<Itom7fk49o0c9>;
};
export type I46dvc66979cuu = {
    "artifact": SizedHex<32>;
    "version": Anonymize<Idj977k3d2qv2d>;
    "reservation"?: Anonymize<I4s6vifaf8k998>;
};
export type Idj977k3d2qv2d = {
    "manifest": SizedHex<32>;
    "bytes": bigint;
    "files": number;
    "card"?: Anonymize<I4s6vifaf8k998>;
    "license": Uint8Array;
    "terms": Anonymize<Ied4t2lqmnapab>;
    "sources": Array<{
        "sequence": bigint;
        "relation": Anonymize<Ibajhsu2ua8p30>;
        "max_royalty": number;
    }>;
    "locations": Anonymize<Itom7fk49o0c9>;
};
export type Icqfrgn3abq6ja = {
    "sequence": bigint;
    "reason": Uint8Array;
};
export type I2e1ek76m34991 = {
    "sequence": bigint;
};
export type Ifr7e8s46bpdbt = {
    "sequence": bigint;
    "card"?: Anonymize<I4s6vifaf8k998>;
};
export type I20atd34gnqpug = {
    "sequence": bigint;
    "locations": Anonymize<Itom7fk49o0c9>;
};
export type I9sf8n0ekdnt0k = {
    "artifact": SizedHex<32>;
    "tags": Anonymize<Itom7fk49o0c9>;
};
export type I3eedi1r6u2p2i = {
    "artifact": SizedHex<32>;
    "new_owner": SS58String;
};
export type Ie17jv6qk89puj = AnonymousEnum<{
    /**
     * Commit a version of a dataset to its records.
     *
     * From then on contributors can prove that records of theirs are in it. It is for ever, and
     * holds a deposit until the version is removed.
     *
     * Must be signed by the dataset's owner.
     *
     * - `root`: of the Merkle tree of the records, as RFC 9162 has it.
     * - `count`: how many records there are, at least 1 and at most 2^32.
     *
     * Emits `RecordsCommitted`.
     */
    "commit_records": Anonymize<Id8k5vqn9hgn1n>;
    /**
     * Show that a version of a dataset begins with all records of an earlier one.
     *
     * Proofs and withdrawals then count in both. It must happen before any record of the
     * version is proven: send it together with `commit_records`. Gives back part of the
     * deposit.
     *
     * Must be signed by the dataset's owner.
     *
     * - `previous`: a version that none extends yet.
     * - `proof`: the consistency proof between the two trees, as RFC 9162 has it; nothing where
     * both have the same records.
     *
     * Emits `RecordsExtended`.
     */
    "extend_records": Anonymize<Icshio1k2h93qu>;
    /**
     * Prove that a record of yours is in a version.
     *
     * Shows the hash of the record and its salt, not the record. Binds your account to it as its
     * contributor. Holds a deposit until the version is removed.
     *
     * Must be signed by the account that the leaf names.
     *
     * - `index`: the record's place, counted from zero.
     * - `leaf`: the contributor, and the SHA-256 hash of salt and record.
     * - `proof`: the inclusion proof of the leaf, as RFC 9162 has it.
     *
     * Emits `RecordProven`.
     */
    "prove_record": Anonymize<Idcifp88l56fv0>;
    /**
     * Withdraw your consent to the use of a record of yours, for ever.
     *
     * Pays what is due to you first. Then every version that has the record is marked, which
     * everybody sees who looks at what was made from it, and nothing more can be made from
     * those versions except a dataset that leaves records out.
     *
     * Must be signed by the account that proved the record.
     *
     * - `version`: any version that has it.
     * - `index`: the record's place, counted from zero.
     *
     * Emits `ConsentWithdrawn`.
     */
    "withdraw_consent": Anonymize<Iet0pq4nv5rkru>;
    /**
     * Say something of a version under your own name.
     *
     * It cannot be edited; holds a deposit until you revoke it. Queries take attestations of
     * those whom the asker trusts.
     *
     * Can be signed by anybody.
     *
     * - `claim`: what it is about.
     * - `verdict`: what you found.
     * - `evidence`: a document that shows how you found it.
     *
     * Emits `Attested`.
     */
    "attest": Anonymize<If2rdjflrt2gv7>;
    /**
     * Take back an attestation, and get its deposit.
     *
     * Must be signed by the account that made it. Works after the version was removed, too.
     *
     * - `attestation`: its id.
     *
     * Emits `AttestationRevoked`.
     */
    "revoke": Anonymize<I9r46i2kq76kat>;
    /**
     * Give back the deposit of a removed version's commitment.
     *
     * Where versions extend each other, the newest goes first: it rests on the others.
     *
     * Can be signed by anybody.
     *
     * Emits `CommitmentReleased`.
     */
    "release_commitment": Anonymize<I9fsv3ik7dl0li>;
    /**
     * Give back the deposit of a proven record whose commitment is gone.
     *
     * Can be signed by anybody.
     *
     * - `version`: the one that had brought the record into the dataset.
     * - `index`: the place that it had, counted from zero.
     *
     * Emits `RecordReleased`.
     */
    "release_record": Anonymize<Iet0pq4nv5rkru>;
}>;
export type Id8k5vqn9hgn1n = {
    "version": bigint;
    "root": SizedHex<32>;
    "count": bigint;
};
export type Icshio1k2h93qu = {
    "version": bigint;
    "previous": bigint;
    "proof": Anonymize<Ic5m5lp1oioo8r>;
};
export type Idcifp88l56fv0 = {
    "version": bigint;
    "index": bigint;
    "leaf": Anonymize<Id39bl53j1do0p>;
    "proof": Anonymize<Ic5m5lp1oioo8r>;
};
export type Id39bl53j1do0p = {
    "contributor": SS58String;
    "record": SizedHex<32>;
};
export type Iet0pq4nv5rkru = {
    "version": bigint;
    "index": bigint;
};
export type If2rdjflrt2gv7 = {
    "version": bigint;
    "claim": Anonymize<I23cqase0ojkjs>;
    "verdict": Anonymize<I11jc52epelfm6>;
    "evidence"?: Anonymize<I60rsubcb44cvc>;
};
export type I9r46i2kq76kat = {
    "version": bigint;
    "attestation": bigint;
};
export type I9fsv3ik7dl0li = {
    "version": bigint;
};
export type I4ihkrs9m4su4s = AnonymousEnum<{
    /**
     * Offer licenses for a model or dataset of yours.
     *
     * A license covers all versions; what it costs is income of the version that the terms
     * name. Holds a deposit until the offer is closed, and another one with the first offer or
     * pledge.
     *
     * Must be signed by the owner.
     *
     * Emits `OfferCreated`, and `SalesOpened` where it is the first.
     */
    "create_offer": Anonymize<Iert7o2q8hlt37>;
    /**
     * Replace the terms of an offer.
     *
     * Whoever buys on what they saw before is refused. Licenses that were bought stay as they
     * are.
     *
     * Must be signed by the owner of the model or dataset. Works as long as its licenses are
     * not free by a cap.
     *
     * - `terms`: all of them; the supply is how many can be bought from now on.
     *
     * Emits `OfferUpdated`.
     */
    "update_offer": Anonymize<Ielmhlghkj29h>;
    /**
     * Close an offer.
     *
     * Licenses that were bought stay, and can still be refunded in their time. The deposit goes
     * to who made the offer.
     *
     * Must be signed by the owner of the model or dataset. Where its licenses are free by a
     * cap, retire it first.
     *
     * Emits `OfferClosed`, and `SalesClosed` where nothing is left.
     */
    "close_offer": Anonymize<I3aummir9bfm5>;
    /**
     * Buy a license under an offer at no more than `max_price`.
     *
     * The price is held on your account until the refund window ends, and is yours to get back
     * until then; without a window it is paid at once. Holds a deposit for the license's
     * record until it ends.
     *
     * Must be signed by the buyer, who must neither own the model or dataset nor have a license
     * for it.
     *
     * - `max_price`: in planck; the price may have become lower than you saw, or zero.
     * - `revision`: the number of the terms that you saw.
     *
     * Emits `LicenseBought`, and `PurchaseSettled` where it is paid at once.
     */
    "buy": Anonymize<Id9b79c53sf5e5>;
    /**
     * Let a license last longer.
     *
     * Works under any offer for the same model or dataset. The time is added to what is left;
     * a refund goes back to the license as it is now.
     *
     * Must be signed by the license's holder.
     *
     * - `max_price`: in planck; the price may have become lower than you saw, or zero.
     * - `revision`: the number of the terms that you saw.
     *
     * Emits `LicenseRenewed`, and `PurchaseSettled` where it is paid at once.
     */
    "renew": Anonymize<Id9b79c53sf5e5>;
    /**
     * Get the price of your last purchase back.
     *
     * All of it, to the last unit. The license ends, and its deposit comes back; or it is as it
     * was before it was renewed.
     *
     * Must be signed by the buyer, up to and including the last block of the refund window.
     *
     * Emits `PurchaseRefunded`, and `SalesClosed` where nothing is left.
     */
    "refund": Anonymize<Imcp4f53ipoeu>;
    /**
     * Give up the right to a refund.
     *
     * The purchase is paid at once, and the license counts for citing. Where licenses became
     * free meanwhile, the price comes back.
     *
     * Must be signed by the buyer.
     *
     * Emits `PurchaseSettled` or `PurchaseReleased`.
     */
    "waive_refund": Anonymize<Imcp4f53ipoeu>;
    /**
     * Settle a purchase whose refund window has ended.
     *
     * It happens by itself in blocks that have room; this is for who cannot wait. Where
     * licenses became free, it works at any time, and the buyer has the price back.
     *
     * Can be signed by anybody.
     *
     * - `account`: who bought.
     *
     * Emits `PurchaseSettled` or `PurchaseReleased`.
     */
    "settle": Anonymize<Iaqp1u9n9rqc6m>;
    /**
     * Hand a license to somebody else.
     *
     * Its deposit goes with it: ask for as much in return.
     *
     * Must be signed by the holder. The license must be transferable, paid for good, and not
     * expired.
     *
     * - `to`: an account without a license for this model or dataset, which does not own it.
     *
     * Emits `LicenseTransferred`.
     */
    "transfer_license": Anonymize<Ib2kjf7og3gl65>;
    /**
     * End a license, and give its deposit back to its holder.
     *
     * No price comes back: that is what `refund` is for.
     *
     * Must be signed by the holder; or by anybody once the license has expired. Nothing may
     * wait to be settled.
     *
     * - `account`: who holds it.
     *
     * Emits `LicenseReleased`, and `SalesClosed` where nothing is left.
     */
    "release_license": Anonymize<Iaqp1u9n9rqc6m>;
    /**
     * Pledge that sales of a model or dataset bring no more than this.
     *
     * Once they did, every license is free, for ever. It can be lowered, and neither raised nor
     * taken back, by later owners either.
     *
     * Must be signed by the owner.
     *
     * - `cap`: in planck, of what sales bring after the protocol's fee and before royalties,
     * from the first sale on. If that is reached already, licenses are free at once.
     *
     * Emits `CapPledged`, `CapReached` where it is, and `SalesOpened` where it is the first.
     */
    "pledge_cap": Anonymize<I54ug7glj9teh6>;
    /**
     * Pledge that sales of a model or dataset bring even less.
     *
     * Nothing that they brought is taken back.
     *
     * Must be signed by the owner.
     *
     * - `cap`: in planck, less than before. If that is reached already, licenses are free at
     * once.
     *
     * Emits `CapLowered`, and `CapReached` where it is.
     */
    "lower_cap": Anonymize<I54ug7glj9teh6>;
}>;
export type Iert7o2q8hlt37 = {
    "terms": Anonymize<I8ptsmgq40mev7>;
};
export type Ielmhlghkj29h = {
    "offer": bigint;
    "terms": Anonymize<I8ptsmgq40mev7>;
};
export type I3aummir9bfm5 = {
    "offer": bigint;
};
export type Id9b79c53sf5e5 = {
    "offer": bigint;
    "max_price": bigint;
    "revision": number;
};
export type Iaqp1u9n9rqc6m = {
    "artifact": SizedHex<32>;
    "account": SS58String;
};
export type Ib2kjf7og3gl65 = {
    "artifact": SizedHex<32>;
    "to": SS58String;
};
export type I54ug7glj9teh6 = {
    "artifact": SizedHex<32>;
    "cap": bigint;
};
export type Ibvt0rpnv7o3lm = AnonymousEnum<{
    /**
     * Divide an artifact's income in another way from now on.
     *
     * What came in before belongs to the split before. So does nothing else: income that is on
     * its way from a descendant belongs to the split in force when it arrives. Holds a deposit
     * until another split takes its place, and its income and the rewards for that are paid.
     *
     * Must be signed by the artifact's owner.
     *
     * - `split`: contributors' share, zero for a model, and up to 16 members, existing accounts
     * whose shares are 100 % together. Without members all is the owner's.
     *
     * Emits `SplitSet`, and before it `SplitKept` where the split before has income or rewards, or
     * `SplitRetired` where it has none and there was a deposit.
     */
    "set_split": Anonymize<I6omdp0p14b6a1>;
    /**
     * Divide the oldest income of a version at once, however little it is.
     *
     * The cascade does this by itself where income is worth it. What goes to the sources stays
     * in their vaults. Fee credit is divided as the income is, and what does not go to sources
     * earns the version a reward.
     *
     * Can be signed by anybody.
     *
     * Emits `Distributed`, before it `RoyaltyPaid` for each source, `ContributorsPaid` and
     * `Earned` for each member, and `SplitRetired` where this was the last that was to be divided
     * by a former split.
     */
    "distribute": Anonymize<I9fsv3ik7dl0li>;
    /**
     * Pay an account all of its earnings.
     *
     * Can be signed by anybody; it goes to `account` in any case.
     *
     * Emits `Withdrawn`.
     */
    "withdraw": Anonymize<Icbccs0ug47ilf>;
    /**
     * Add to a contributor's earnings what their records are due.
     *
     * Can be signed by anybody; it goes to `contributor` in any case.
     *
     * - `version`: the one that brought the records into the dataset.
     *
     * Emits `ShareCollected`.
     */
    "collect_share": Anonymize<Iefut6funek8oj>;
}>;
export type I6omdp0p14b6a1 = {
    "artifact": SizedHex<32>;
    "split": Anonymize<I8n71bnaajrhqm>;
};
export type Iefut6funek8oj = {
    "version": bigint;
    "contributor": SS58String;
};
export type Iae2r337ijlcc3 = AnonymousEnum<{
    /**
     * Pay what a version's use earned in an epoch that ended.
     *
     * It goes to the contributors and members of the split that the version's income had come in
     * under, whoever signs. Where there were several, to those of the oldest that was not paid
     * yet: call again for the next.
     *
     * Can be signed by anybody.
     *
     * Emits `RewardClaimed`.
     */
    "claim": Anonymize<Iumgb95qq74d3>;
    /**
     * Choose which share of an epoch's funds rewards use, and which share of new tokens the pot
     * has.
     *
     * They hold for the running epoch already. No parameter says who is rewarded, or how much.
     *
     * Must come from `AdminOrigin`.
     *
     * Emits `ParametersSet`.
     */
    "set_parameters": Anonymize<Ick1dnolbtfvmu>;
}>;
export type Iumgb95qq74d3 = {
    "epoch": number;
    "version": bigint;
};
export type I1r5ke30ueqo0r = {
    "epoch_index": bigint;
    "start_slot": bigint;
    "duration": bigint;
    "authorities": Anonymize<I3geksg000c171>;
    "randomness": SizedHex<32>;
    "config": Anonymize<I8jnd4d8ip6djo>;
};
export type I8jnd4d8ip6djo = {
    "c": Anonymize<I200n1ov5tbcvr>;
    "allowed_slots": BabeAllowedSlots;
};
export type BabeAllowedSlots = Enum<{
    "PrimarySlots": undefined;
    "PrimaryAndSecondaryPlainSlots": undefined;
    "PrimaryAndSecondaryVRFSlots": undefined;
}>;
export declare const BabeAllowedSlots: GetEnum<BabeAllowedSlots>;
export type I6spmpef2c7svf = {
    "weight": Anonymize<I4q39t5hn830vp>;
    "class": DispatchClass;
    "partial_fee": bigint;
};
export type Iei2mvq0mjvt81 = {
    "inclusion_fee"?: ({
        "base_fee": bigint;
        "len_fee": bigint;
        "adjusted_weight_fee": bigint;
    }) | undefined;
    "tip": bigint;
};
export type I43akl2356hfql = (Anonymize<Iaahk67p86pe4a>) | undefined;
export type Iaahk67p86pe4a = {
    "id": SizedHex<32>;
    "artifact": Anonymize<I4mm4ean8hhris>;
};
export type I8gctpddbh07nb = {
    "items": Array<Anonymize<Iaahk67p86pe4a>>;
    "next"?: Anonymize<I4s6vifaf8k998>;
};
export type I1stl6odtvlbc8 = (Anonymize<I20nc674261bao>) | undefined;
export type I20nc674261bao = {
    "sequence": bigint;
    "publisher": SS58String;
    "name": Uint8Array;
    "version": Anonymize<I5f20lkg069af2>;
};
export type Iautoaneiht8co = AnonymousEnum<{
    "Unknown": undefined;
    "Published": Anonymize<I20nc674261bao>;
    "Removed": Anonymize<I2e1ek76m34991>;
}>;
export type I5hu7b3p1054h = {
    "items": Anonymize<Ic10l39jabk2dg>;
    "next"?: Anonymize<I4arjljr6dpflb>;
};
export type Ic10l39jabk2dg = Array<Anonymize<I20nc674261bao>>;
export type I2jlbuurg82uv9 = {
    "items": Anonymize<Ic10l39jabk2dg>;
    "next"?: Anonymize<I35p85j063s0il>;
};
export type I7fvbe8g99f7d3 = ({
    "edges": Array<{
        "derived": bigint;
        "source": bigint;
        "relation": Anonymize<Ibajhsu2ua8p30>;
        "royalty": number;
        "depth": number;
    }>;
    "beyond_depth": boolean;
    "beyond_limit": boolean;
}) | undefined;
export type Id823pqasmdf5c = {
    "artifact": bigint;
    "version": bigint;
};
export type Ipb3f46dkm3qa = {
    "order": Enum<{
        "Newest": undefined;
        "MostLicensed": undefined;
        "Any": undefined;
    }>;
    "kind"?: (Anonymize<I8e2hfkmvl4jjm>) | undefined;
    "text": Uint8Array;
    "tag"?: Anonymize<Iabpgqcjikia83>;
    "publisher"?: Anonymize<Ihfphjolmsqq1>;
    "owner"?: Anonymize<Ihfphjolmsqq1>;
    "license"?: Anonymize<Iabpgqcjikia83>;
    "max_price"?: Anonymize<I35p85j063s0il>;
    "retired": boolean;
};
export type Id9cp5dne3a5ks = (Enum<{
    "Newest": bigint;
    "MostLicensed": {
        "licenses": number;
        "artifact": SizedHex<32>;
    };
    "Any": SizedHex<32>;
}>) | undefined;
export type I4dmp7erp6jhf6 = {
    "items": Array<{
        "id": SizedHex<32>;
        "artifact": Anonymize<I4mm4ean8hhris>;
        "latest"?: ({
            "sequence": bigint;
            "version": Anonymize<I5f20lkg069af2>;
        }) | undefined;
        "licenses": number;
        "price"?: Anonymize<I35p85j063s0il>;
    }>;
    "next"?: Anonymize<Id9cp5dne3a5ks>;
    "examined": number;
};
export type Ief6sf95c032f0 = Array<{
    "sequence": bigint;
    "artifact": SizedHex<32>;
    "publisher": SS58String;
    "name": Uint8Array;
    "number": number;
    "kind": Anonymize<I8e2hfkmvl4jjm>;
    "status": Anonymize<I2nniglpulbjbj>;
    "retired": boolean;
    "royalty_asked": number;
}>;
export type Ie799qod9gfbai = ({
    "version": bigint;
    "root": SizedHex<32>;
    "count": bigint;
    "series": bigint;
    "previous"?: Anonymize<I35p85j063s0il>;
    "next"?: Anonymize<I35p85j063s0il>;
    "proven": bigint;
    "withdrawn": bigint;
    "depositor": SS58String;
    "deposit": bigint;
}) | undefined;
export type Ifgqrneb4843nk = ({
    "origin": bigint;
    "index": bigint;
    "contributor": SS58String;
    "withdrawn": boolean;
    "deposit": bigint;
}) | undefined;
export type Ib99lbp1hmg1qu = ResultPayload<Enum<{
    "Unproven": undefined;
    "Proven": undefined;
    "Withdrawn": undefined;
}>, Enum<{
    "NotCommitted": undefined;
    "IndexOutOfRange": undefined;
    "Invalid": undefined;
}>>;
export type Ic94a0sev3g6md = {
    "items": Array<{
        "id": bigint;
        "attestation": Anonymize<Icvv9lg92f5d1v>;
    }>;
    "next"?: Anonymize<I35p85j063s0il>;
};
export type Idqhmt92tvrfqp = (Array<{
    "sequence": bigint;
    "depth": number;
}>) | undefined;
export type Id4nlu4f74ru9 = ({
    "items": Array<{
        "sequence": bigint;
        "depth": number;
        "yanked": boolean;
        "superseded_by"?: Anonymize<I35p85j063s0il>;
        "consent_withdrawn": bigint;
        "negative": Anonymize<Iafqnechp3omqg>;
    }>;
    "examined": number;
    "beyond_depth": boolean;
    "next"?: Anonymize<Idqhmt92tvrfqp>;
}) | undefined;
export type I1d4dps4irer01 = (Anonymize<Iednpj5kmkh5mc>) | undefined;
export type Iednpj5kmkh5mc = {
    "id": bigint;
    "offer": Anonymize<I5i1bdft7ptlb5>;
    "open": boolean;
    "price": bigint;
};
export type I43rb95dit4rl4 = Array<Anonymize<Iednpj5kmkh5mc>>;
export type I1lkndnteup17r = ({
    "offer": Anonymize<Iednpj5kmkh5mc>;
    "price": bigint;
    "fee": bigint;
    "excess": bigint;
    "income": bigint;
    "deposit": bigint;
    "distribution": Anonymize<I9atv7g78djena>;
}) | undefined;
export type I9atv7g78djena = {
    "payouts": Array<{
        "version": bigint;
        "artifact": SizedHex<32>;
        "income": bigint;
        "royalties": bigint;
        "contributors": bigint;
        "earnings": bigint;
    }>;
    "rest": bigint;
};
export type I3rginqu26mc2m = (Anonymize<I6gnrgi6loellg>) | undefined;
export type I6gnrgi6loellg = {
    "artifact": SizedHex<32>;
    "account": SS58String;
    "license": Anonymize<I3lea1kj6dh7c0>;
    "lasts": boolean;
    "counts_for_citing": boolean;
};
export type Id1elgoaqm4tg8 = {
    "items": Array<Anonymize<I6gnrgi6loellg>>;
    "next"?: Anonymize<I4s6vifaf8k998>;
};
export type I4n9ebq22s316g = ({
    "licenses": number;
    "income": bigint;
    "cap"?: Anonymize<I35p85j063s0il>;
    "free": boolean;
    "offers": Anonymize<Iafqnechp3omqg>;
}) | undefined;
export type Iaq6hoo5s3bq5p = {
    "amount": bigint;
    "credit": bigint;
    "parts": Array<{
        "split": number;
        "amount": bigint;
        "credit": bigint;
        "waiting": boolean;
    }>;
};
export type Icrom824drr6j = ({
    "number": number;
    "owner": SS58String;
    "split": Anonymize<I8n71bnaajrhqm>;
}) | undefined;
export type I84tba4cd52r28 = ({
    "records": bigint;
    "due": bigint;
    "deposit": bigint;
}) | undefined;
export type I8oj68g7nvfcvf = (Anonymize<I9atv7g78djena>) | undefined;
export type I58dc6o6p2ha2h = {
    "index": number;
    "end": number;
    "credit": bigint;
    "credit_in_vaults": bigint;
    "funds": bigint;
    "usage_pool": bigint;
    "rewards": bigint;
    "to_commons": bigint;
    "commons_pool": bigint;
    "owed": bigint;
    "rebate_cap": number;
    "claim_period": number;
    "parameters": Anonymize<I3h8c98fbaba70>;
};
export type I72g1785beo2nf = ({
    "credit": bigint;
    "rewards": bigint;
    "claimed": bigint;
    "expires": number;
}) | undefined;
export type I7aiqobe9po41s = Array<{
    "epoch": number;
    "version": bigint;
    "artifact": SizedHex<32>;
    "split": number;
    "credit": bigint;
    "amount": bigint;
    "claimable": boolean;
    "expires": number;
}>;
export type Ia64o8co30mec = ([number, bigint, number]) | undefined;
export type I5ql7jlbkntate = {
    "items": Anonymize<I7aiqobe9po41s>;
    "next"?: Anonymize<Ia64o8co30mec>;
};
export type Ieh6t50gtr2ice = {
    "issuance": bigint;
    "staked": bigint;
    "yearly": number;
    "yearly_to_stakers": number;
    "pot_share": number;
    "burned_fees": number;
    "years": Anonymize<Iafqnechp3omqg>;
};
export type I8j3rm6imqru05 = AnonymousEnum<{
    "System": Anonymize<Iekve0i6djpd9f>;
    "Babe": Enum<{
        /**
         * Report authority equivocation/misbehavior. This method will verify
         * the equivocation proof and validate the given key ownership proof
         * against the extracted offender. If both are valid, the offence will
         * be reported.
         */
        "report_equivocation": {
            "equivocation_proof": {
                "offender": SizedHex<32>;
                "slot": bigint;
                "first_header": {
                    "parent_hash": SizedHex<32>;
                    "number": number;
                    "state_root": SizedHex<32>;
                    "extrinsics_root": SizedHex<32>;
                    "digest": Anonymize<I4mddgoa69c0a2>;
                };
                "second_header": {
                    "parent_hash": SizedHex<32>;
                    "number": number;
                    "state_root": SizedHex<32>;
                    "extrinsics_root": SizedHex<32>;
                    "digest": Anonymize<I4mddgoa69c0a2>;
                };
            };
            "key_owner_proof": Anonymize<I3ia7aufsoj0l1>;
        };
        /**
         * Report authority equivocation/misbehavior. This method will verify
         * the equivocation proof and validate the given key ownership proof
         * against the extracted offender. If both are valid, the offence will
         * be reported.
         * This extrinsic must be called unsigned and it is expected that only
         * block authors will call it (validated in `ValidateUnsigned`), as such
         * if the block author is defined it will be defined as the equivocation
         * reporter.
         */
        "report_equivocation_unsigned": {
            "equivocation_proof": {
                "offender": SizedHex<32>;
                "slot": bigint;
                "first_header": {
                    "parent_hash": SizedHex<32>;
                    "number": number;
                    "state_root": SizedHex<32>;
                    "extrinsics_root": SizedHex<32>;
                    "digest": Anonymize<I4mddgoa69c0a2>;
                };
                "second_header": {
                    "parent_hash": SizedHex<32>;
                    "number": number;
                    "state_root": SizedHex<32>;
                    "extrinsics_root": SizedHex<32>;
                    "digest": Anonymize<I4mddgoa69c0a2>;
                };
            };
            "key_owner_proof": Anonymize<I3ia7aufsoj0l1>;
        };
        /**
         * Plan an epoch config change. The epoch config change is recorded and will be enacted on
         * the next call to `enact_epoch_change`. The config will be activated one epoch after.
         * Multiple calls to this method will replace any existing planned config change that had
         * not been enacted yet.
         */
        "plan_config_change": {
            "config": BabeDigestsNextConfigDescriptor;
        };
    }>;
    "Timestamp": Enum<{
        /**
         * Set the current time.
         *
         * This call should be invoked exactly once per block. It will panic at the finalization
         * phase, if this call hasn't been invoked by that time.
         *
         * The timestamp should be greater than the previous one by the amount specified by
         * [`Config::MinimumPeriod`].
         *
         * The dispatch origin for this call must be _None_.
         *
         * This dispatch class is _Mandatory_ to ensure it gets executed in the block. Be aware
         * that changing the complexity of this call could result exhausting the resources in a
         * block to execute any other calls.
         *
         * ## Complexity
         * - `O(1)` (Note that implementations of `OnTimestampSet` must also be `O(1)`)
         * - 1 storage read and 1 storage mutation (codec `O(1)` because of `DidUpdate::take` in
         * `on_finalize`)
         * - 1 event handler `on_timestamp_set`. Must be `O(1)`.
         */
        "set": {
            "now": bigint;
        };
    }>;
    "Utility": Enum<{
        /**
         * Send a batch of dispatch calls.
         *
         * May be called from any origin except `None`.
         *
         * - `calls`: The calls to be dispatched from the same origin. The number of call must not
         * exceed the constant: `batched_calls_limit` (available in constant metadata).
         *
         * If origin is root then the calls are dispatched without checking origin filter. (This
         * includes bypassing `frame_system::Config::BaseCallFilter`).
         *
         * ## Complexity
         * - O(C) where C is the number of calls to be batched.
         *
         * This will return `Ok` in all circumstances. To determine the success of the batch, an
         * event is deposited. If a call failed and the batch was interrupted, then the
         * `BatchInterrupted` event is deposited, along with the number of successful calls made
         * and the error of the failed call. If all were successful, then the `BatchCompleted`
         * event is deposited.
         */
        "batch": Anonymize<I8soe01bkbp35r>;
        /**
         * Send a call through an indexed pseudonym of the sender.
         *
         * Filter from origin are passed along. The call will be dispatched with an origin which
         * use the same filter as the origin of this call.
         *
         * NOTE: If you need to ensure that any account-based filtering is not honored (i.e.
         * because you expect `proxy` to have been used prior in the call stack and you do not want
         * the call restrictions to apply to any sub-accounts), then use `as_multi_threshold_1`
         * in the Multisig pallet instead.
         *
         * NOTE: Prior to version *12, this was called `as_limited_sub`.
         *
         * The dispatch origin for this call must be _Signed_.
         */
        "as_derivative": {
            "index": number;
            "call": TxCallData;
        };
        /**
         * Send a batch of dispatch calls and atomically execute them.
         * The whole transaction will rollback and fail if any of the calls failed.
         *
         * May be called from any origin except `None`.
         *
         * - `calls`: The calls to be dispatched from the same origin. The number of call must not
         * exceed the constant: `batched_calls_limit` (available in constant metadata).
         *
         * If origin is root then the calls are dispatched without checking origin filter. (This
         * includes bypassing `frame_system::Config::BaseCallFilter`).
         *
         * ## Complexity
         * - O(C) where C is the number of calls to be batched.
         */
        "batch_all": Anonymize<I8soe01bkbp35r>;
        /**
         * Dispatches a function call with a provided origin.
         *
         * The dispatch origin for this call must be _Root_.
         *
         * ## Complexity
         * - O(1).
         */
        "dispatch_as": {
            "as_origin": Anonymize<I6r2kkoovi4ll5>;
            "call": TxCallData;
        };
        /**
         * Send a batch of dispatch calls.
         * Unlike `batch`, it allows errors and won't interrupt.
         *
         * May be called from any origin except `None`.
         *
         * - `calls`: The calls to be dispatched from the same origin. The number of call must not
         * exceed the constant: `batched_calls_limit` (available in constant metadata).
         *
         * If origin is root then the calls are dispatch without checking origin filter. (This
         * includes bypassing `frame_system::Config::BaseCallFilter`).
         *
         * ## Complexity
         * - O(C) where C is the number of calls to be batched.
         */
        "force_batch": Anonymize<I8soe01bkbp35r>;
        /**
         * Dispatch a function call with a specified weight.
         *
         * This function does not check the weight of the call, and instead allows the
         * Root origin to specify the weight of the call.
         *
         * The dispatch origin for this call must be _Root_.
         */
        "with_weight": Anonymize<Ida4rc3g1m0i0i>;
        /**
         * Dispatch a fallback call in the event the main call fails to execute.
         * May be called from any origin except `None`.
         *
         * This function first attempts to dispatch the `main` call.
         * If the `main` call fails, the `fallback` is attemted.
         * if the fallback is successfully dispatched, the weights of both calls
         * are accumulated and an event containing the main call error is deposited.
         *
         * In the event of a fallback failure the whole call fails
         * with the weights returned.
         *
         * - `main`: The main call to be dispatched. This is the primary action to execute.
         * - `fallback`: The fallback call to be dispatched in case the `main` call fails.
         *
         * ## Dispatch Logic
         * - If the origin is `root`, both the main and fallback calls are executed without
         * applying any origin filters.
         * - If the origin is not `root`, the origin filter is applied to both the `main` and
         * `fallback` calls.
         *
         * ## Use Case
         * - Some use cases might involve submitting a `batch` type call in either main, fallback
         * or both.
         */
        "if_else": {
            "main": TxCallData;
            "fallback": TxCallData;
        };
        /**
         * Dispatches a function call with a provided origin.
         *
         * Almost the same as [`Pallet::dispatch_as`] but forwards any error of the inner call.
         *
         * The dispatch origin for this call must be _Root_.
         */
        "dispatch_as_fallible": {
            "as_origin": Anonymize<I6r2kkoovi4ll5>;
            "call": TxCallData;
        };
    }>;
    "Multisig": Enum<{
        /**
         * Immediately dispatch a multi-signature call using a single approval from the caller.
         *
         * The dispatch origin for this call must be _Signed_.
         *
         * - `other_signatories`: The accounts (other than the sender) who are part of the
         * multi-signature, but do not participate in the approval process.
         * - `call`: The call to be executed.
         *
         * Result is equivalent to the dispatched result.
         *
         * ## Complexity
         * O(Z + C) where Z is the length of the call and C its execution weight.
         */
        "as_multi_threshold_1": {
            "other_signatories": Anonymize<Ia2lhg7l2hilo3>;
            "call": TxCallData;
        };
        /**
         * Register approval for a dispatch to be made from a deterministic composite account if
         * approved by a total of `threshold - 1` of `other_signatories`.
         *
         * **If the approval threshold is met (including the sender's approval), this will
         * immediately execute the call.** This is the only way to execute a multisig call -
         * `approve_as_multi` will never trigger execution.
         *
         * Payment: `DepositBase` will be reserved if this is the first approval, plus
         * `threshold` times `DepositFactor`. It is returned once this dispatch happens or
         * is cancelled.
         *
         * The dispatch origin for this call must be _Signed_.
         *
         * - `threshold`: The total number of approvals for this dispatch before it is executed.
         * - `other_signatories`: The accounts (other than the sender) who can approve this
         * dispatch. May not be empty.
         * - `maybe_timepoint`: If this is the first approval, then this must be `None`. If it is
         * not the first approval, then it must be `Some`, with the timepoint (block number and
         * transaction index) of the first approval transaction.
         * - `call`: The call to be executed.
         *
         * NOTE: For intermediate approvals (not the final approval), you should generally use
         * `approve_as_multi` instead, since it only requires a hash of the call and is more
         * efficient.
         *
         * Result is equivalent to the dispatched result if `threshold` is exactly `1`. Otherwise
         * on success, result is `Ok` and the result from the interior call, if it was executed,
         * may be found in the deposited `MultisigExecuted` event.
         *
         * ## Complexity
         * - `O(S + Z + Call)`.
         * - Up to one balance-reserve or unreserve operation.
         * - One passthrough operation, one insert, both `O(S)` where `S` is the number of
         * signatories. `S` is capped by `MaxSignatories`, with weight being proportional.
         * - One call encode & hash, both of complexity `O(Z)` where `Z` is tx-len.
         * - One encode & hash, both of complexity `O(S)`.
         * - Up to one binary search and insert (`O(logS + S)`).
         * - I/O: 1 read `O(S)`, up to 1 mutate `O(S)`. Up to one remove.
         * - One event.
         * - The weight of the `call`.
         * - Storage: inserts one item, value size bounded by `MaxSignatories`, with a deposit
         * taken for its lifetime of `DepositBase + threshold * DepositFactor`.
         */
        "as_multi": {
            "threshold": number;
            "other_signatories": Anonymize<Ia2lhg7l2hilo3>;
            "maybe_timepoint"?: Anonymize<I95jfd8j5cr5eh>;
            "call": TxCallData;
            "max_weight": Anonymize<I4q39t5hn830vp>;
        };
        /**
         * Register approval for a dispatch to be made from a deterministic composite account if
         * approved by a total of `threshold - 1` of `other_signatories`.
         *
         * **This function will NEVER execute the call, even if the approval threshold is
         * reached.** It only registers approval. To actually execute the call, `as_multi` must
         * be called with the full call data by any of the signatories.
         *
         * This function is more efficient than `as_multi` for intermediate approvals since it
         * only requires the call hash, not the full call data.
         *
         * Payment: `DepositBase` will be reserved if this is the first approval, plus
         * `threshold` times `DepositFactor`. It is returned once this dispatch happens or
         * is cancelled.
         *
         * The dispatch origin for this call must be _Signed_.
         *
         * - `threshold`: The total number of approvals for this dispatch before it is executed.
         * - `other_signatories`: The accounts (other than the sender) who can approve this
         * dispatch. May not be empty.
         * - `maybe_timepoint`: If this is the first approval, then this must be `None`. If it is
         * not the first approval, then it must be `Some`, with the timepoint (block number and
         * transaction index) of the first approval transaction.
         * - `call_hash`: The hash of the call to be executed.
         *
         * NOTE: To execute the call after approvals are gathered, any signatory must call
         * `as_multi` with the full call data. This function cannot execute the call.
         *
         * ## Complexity
         * - `O(S)`.
         * - Up to one balance-reserve or unreserve operation.
         * - One passthrough operation, one insert, both `O(S)` where `S` is the number of
         * signatories. `S` is capped by `MaxSignatories`, with weight being proportional.
         * - One encode & hash, both of complexity `O(S)`.
         * - Up to one binary search and insert (`O(logS + S)`).
         * - I/O: 1 read `O(S)`, up to 1 mutate `O(S)`. Up to one remove.
         * - One event.
         * - Storage: inserts one item, value size bounded by `MaxSignatories`, with a deposit
         * taken for its lifetime of `DepositBase + threshold * DepositFactor`.
         */
        "approve_as_multi": {
            "threshold": number;
            "other_signatories": Anonymize<Ia2lhg7l2hilo3>;
            "maybe_timepoint"?: Anonymize<I95jfd8j5cr5eh>;
            "call_hash": SizedHex<32>;
            "max_weight": Anonymize<I4q39t5hn830vp>;
        };
        /**
         * Cancel a pre-existing, on-going multisig transaction. Any deposit reserved previously
         * for this operation will be unreserved on success.
         *
         * The dispatch origin for this call must be _Signed_.
         *
         * - `threshold`: The total number of approvals for this dispatch before it is executed.
         * - `other_signatories`: The accounts (other than the sender) who can approve this
         * dispatch. May not be empty.
         * - `timepoint`: The timepoint (block number and transaction index) of the first approval
         * transaction for this dispatch.
         * - `call_hash`: The hash of the call to be executed.
         *
         * ## Complexity
         * - `O(S)`.
         * - Up to one balance-reserve or unreserve operation.
         * - One passthrough operation, one insert, both `O(S)` where `S` is the number of
         * signatories. `S` is capped by `MaxSignatories`, with weight being proportional.
         * - One encode & hash, both of complexity `O(S)`.
         * - One event.
         * - I/O: 1 read `O(S)`, one remove.
         * - Storage: removes one item.
         */
        "cancel_as_multi": {
            "threshold": number;
            "other_signatories": Anonymize<Ia2lhg7l2hilo3>;
            "timepoint": Anonymize<Itvprrpb0nm3o>;
            "call_hash": SizedHex<32>;
        };
        /**
         * Poke the deposit reserved for an existing multisig operation.
         *
         * The dispatch origin for this call must be _Signed_ and must be the original depositor of
         * the multisig operation.
         *
         * The transaction fee is waived if the deposit amount has changed.
         *
         * - `threshold`: The total number of approvals needed for this multisig.
         * - `other_signatories`: The accounts (other than the sender) who are part of the
         * multisig.
         * - `call_hash`: The hash of the call this deposit is reserved for.
         *
         * Emits `DepositPoked` if successful.
         */
        "poke_deposit": {
            "threshold": number;
            "other_signatories": Anonymize<Ia2lhg7l2hilo3>;
            "call_hash": SizedHex<32>;
        };
    }>;
    "Proxy": Enum<{
        /**
         * Dispatch the given `call` from an account that the sender is authorised for through
         * `add_proxy`.
         *
         * The dispatch origin for this call must be _Signed_.
         *
         * Parameters:
         * - `real`: The account that the proxy will make a call on behalf of.
         * - `force_proxy_type`: Specify the exact proxy type to be used and checked for this call.
         * - `call`: The call to be made by the `real` account.
         */
        "proxy": {
            "real": MultiAddress;
            "force_proxy_type"?: Anonymize<I53mkgqqdobotq>;
            "call": TxCallData;
        };
        /**
         * Register a proxy account for the sender that is able to make calls on its behalf.
         *
         * The dispatch origin for this call must be _Signed_.
         *
         * Parameters:
         * - `proxy`: The account that the `caller` would like to make a proxy.
         * - `proxy_type`: The permissions allowed for this proxy account.
         * - `delay`: The announcement period required of the initial proxy. Will generally be
         * zero.
         */
        "add_proxy": {
            "delegate": MultiAddress;
            "proxy_type": Anonymize<Ib7osnsidvmqib>;
            "delay": number;
        };
        /**
         * Unregister a proxy account for the sender.
         *
         * The dispatch origin for this call must be _Signed_.
         *
         * Parameters:
         * - `proxy`: The account that the `caller` would like to remove as a proxy.
         * - `proxy_type`: The permissions currently enabled for the removed proxy account.
         */
        "remove_proxy": {
            "delegate": MultiAddress;
            "proxy_type": Anonymize<Ib7osnsidvmqib>;
            "delay": number;
        };
        /**
         * Unregister all proxy accounts for the sender.
         *
         * The dispatch origin for this call must be _Signed_.
         *
         * WARNING: This may be called on accounts created by `create_pure`, however if done, then
         * the unreserved fees will be inaccessible. **All access to this account will be lost.**
         */
        "remove_proxies": undefined;
        /**
         * Spawn a fresh new account that is guaranteed to be otherwise inaccessible, and
         * initialize it with a proxy of `proxy_type` for `origin` sender.
         *
         * Requires a `Signed` origin.
         *
         * - `proxy_type`: The type of the proxy that the sender will be registered as over the
         * new account. This will almost always be the most permissive `ProxyType` possible to
         * allow for maximum flexibility.
         * - `index`: A disambiguation index, in case this is called multiple times in the same
         * transaction (e.g. with `utility::batch`). Unless you're using `batch` you probably just
         * want to use `0`.
         * - `delay`: The announcement period required of the initial proxy. Will generally be
         * zero.
         *
         * Fails with `Duplicate` if this has already been called in this transaction, from the
         * same sender, with the same parameters.
         *
         * Fails if there are insufficient funds to pay for deposit.
         */
        "create_pure": {
            "proxy_type": Anonymize<Ib7osnsidvmqib>;
            "delay": number;
            "index": number;
        };
        /**
         * Removes a previously spawned pure proxy.
         *
         * WARNING: **All access to this account will be lost.** Any funds held in it will be
         * inaccessible.
         *
         * Requires a `Signed` origin, and the sender account must have been created by a call to
         * `create_pure` with corresponding parameters.
         *
         * - `spawner`: The account that originally called `create_pure` to create this account.
         * - `index`: The disambiguation index originally passed to `create_pure`. Probably `0`.
         * - `proxy_type`: The proxy type originally passed to `create_pure`.
         * - `height`: The height of the chain when the call to `create_pure` was processed.
         * - `ext_index`: The extrinsic index in which the call to `create_pure` was processed.
         *
         * Fails with `NoPermission` in case the caller is not a previously created pure
         * account whose `create_pure` call has corresponding parameters.
         */
        "kill_pure": {
            "spawner": MultiAddress;
            "proxy_type": Anonymize<Ib7osnsidvmqib>;
            "index": number;
            "height": number;
            "ext_index": number;
        };
        /**
         * Publish the hash of a proxy-call that will be made in the future.
         *
         * This must be called some number of blocks before the corresponding `proxy` is attempted
         * if the delay associated with the proxy relationship is greater than zero.
         *
         * No more than `MaxPending` announcements may be made at any one time.
         *
         * This will take a deposit of `AnnouncementDepositFactor` as well as
         * `AnnouncementDepositBase` if there are no other pending announcements.
         *
         * The dispatch origin for this call must be _Signed_ and a proxy of `real`.
         *
         * Parameters:
         * - `real`: The account that the proxy will make a call on behalf of.
         * - `call_hash`: The hash of the call to be made by the `real` account.
         */
        "announce": {
            "real": MultiAddress;
            "call_hash": SizedHex<32>;
        };
        /**
         * Remove a given announcement.
         *
         * May be called by a proxy account to remove a call they previously announced and return
         * the deposit.
         *
         * The dispatch origin for this call must be _Signed_.
         *
         * Parameters:
         * - `real`: The account that the proxy will make a call on behalf of.
         * - `call_hash`: The hash of the call to be made by the `real` account.
         */
        "remove_announcement": {
            "real": MultiAddress;
            "call_hash": SizedHex<32>;
        };
        /**
         * Remove the given announcement of a delegate.
         *
         * May be called by a target (proxied) account to remove a call that one of their delegates
         * (`delegate`) has announced they want to execute. The deposit is returned.
         *
         * The dispatch origin for this call must be _Signed_.
         *
         * Parameters:
         * - `delegate`: The account that previously announced the call.
         * - `call_hash`: The hash of the call to be made.
         */
        "reject_announcement": {
            "delegate": MultiAddress;
            "call_hash": SizedHex<32>;
        };
        /**
         * Dispatch the given `call` from an account that the sender is authorized for through
         * `add_proxy`.
         *
         * Removes any corresponding announcement(s).
         *
         * The dispatch origin for this call must be _Signed_.
         *
         * Parameters:
         * - `real`: The account that the proxy will make a call on behalf of.
         * - `force_proxy_type`: Specify the exact proxy type to be used and checked for this call.
         * - `call`: The call to be made by the `real` account.
         */
        "proxy_announced": {
            "delegate": MultiAddress;
            "real": MultiAddress;
            "force_proxy_type"?: Anonymize<I53mkgqqdobotq>;
            "call": TxCallData;
        };
        /**
         * Poke / Adjust deposits made for proxies and announcements based on current values.
         * This can be used by accounts to possibly lower their locked amount.
         *
         * The dispatch origin for this call must be _Signed_.
         *
         * The transaction fee is waived if the deposit amount has changed.
         *
         * Emits `DepositPoked` if successful.
         */
        "poke_deposit": undefined;
    }>;
    "Preimage": Enum<{
        /**
         * Register a preimage on-chain.
         *
         * If the preimage was previously requested, no fees or deposits are taken for providing
         * the preimage. Otherwise, a deposit is taken proportional to the size of the preimage.
         */
        "note_preimage": {
            "bytes": Uint8Array;
        };
        /**
         * Clear an unrequested preimage from the runtime storage.
         *
         * If `len` is provided, then it will be a much cheaper operation.
         *
         * - `hash`: The hash of the preimage to be removed from the store.
         * - `len`: The length of the preimage of `hash`.
         */
        "unnote_preimage": Anonymize<I1jm8m1rh9e20v>;
        /**
         * Request a preimage be uploaded to the chain without paying any fees or deposits.
         *
         * If the preimage requests has already been provided on-chain, we unreserve any deposit
         * a user may have paid, and take the control of the preimage out of their hands.
         */
        "request_preimage": Anonymize<I1jm8m1rh9e20v>;
        /**
         * Clear a previously made request for a preimage.
         *
         * NOTE: THIS MUST NOT BE CALLED ON `hash` MORE TIMES THAN `request_preimage`.
         */
        "unrequest_preimage": Anonymize<I1jm8m1rh9e20v>;
        /**
         * Ensure that the bulk of pre-images is upgraded.
         *
         * The caller pays no fee if at least 90% of pre-images were successfully updated.
         */
        "ensure_updated": {
            "hashes": Anonymize<Ic5m5lp1oioo8r>;
        };
    }>;
    "Scheduler": Enum<{
        /**
         * Anonymously schedule a task.
         */
        "schedule": {
            "when": number;
            "maybe_periodic"?: Anonymize<Iep7au1720bm0e>;
            "priority": number;
            "call": TxCallData;
        };
        /**
         * Cancel a scheduled task (named or anonymous), by providing the block it is scheduled for
         * execution in, as well as the index of the task in that block's agenda.
         *
         * In the case of a named task, it will remove it from the lookup table as well.
         */
        "cancel": Anonymize<I5n4sebgkfr760>;
        /**
         * Schedule a named task.
         */
        "schedule_named": {
            "id": SizedHex<32>;
            "when": number;
            "maybe_periodic"?: Anonymize<Iep7au1720bm0e>;
            "priority": number;
            "call": TxCallData;
        };
        /**
         * Cancel a named scheduled task.
         */
        "cancel_named": {
            "id": SizedHex<32>;
        };
        /**
         * Anonymously schedule a task after a delay.
         */
        "schedule_after": {
            "after": number;
            "maybe_periodic"?: Anonymize<Iep7au1720bm0e>;
            "priority": number;
            "call": TxCallData;
        };
        /**
         * Schedule a named task after a delay.
         */
        "schedule_named_after": {
            "id": SizedHex<32>;
            "after": number;
            "maybe_periodic"?: Anonymize<Iep7au1720bm0e>;
            "priority": number;
            "call": TxCallData;
        };
        /**
         * Set a retry configuration for a task so that, in case its scheduled run fails, it will
         * be retried after `period` blocks, for a total amount of `retries` retries or until it
         * succeeds.
         *
         * Tasks which need to be scheduled for a retry are still subject to weight metering and
         * agenda space, same as a regular task. If a periodic task fails, it will be scheduled
         * normally while the task is retrying.
         *
         * Tasks scheduled as a result of a retry for a periodic task are unnamed, non-periodic
         * clones of the original task. Their retry configuration will be derived from the
         * original task's configuration, but will have a lower value for `remaining` than the
         * original `total_retries`.
         *
         * This call **cannot** be used to set a retry configuration for a named task.
         */
        "set_retry": {
            "task": Anonymize<I9jd27rnpm8ttv>;
            "retries": number;
            "period": number;
        };
        /**
         * Set a retry configuration for a named task so that, in case its scheduled run fails, it
         * will be retried after `period` blocks, for a total amount of `retries` retries or until
         * it succeeds.
         *
         * Tasks which need to be scheduled for a retry are still subject to weight metering and
         * agenda space, same as a regular task. If a periodic task fails, it will be scheduled
         * normally while the task is retrying.
         *
         * Tasks scheduled as a result of a retry for a periodic task are unnamed, non-periodic
         * clones of the original task. Their retry configuration will be derived from the
         * original task's configuration, but will have a lower value for `remaining` than the
         * original `total_retries`.
         *
         * This is the only way to set a retry configuration for a named task.
         */
        "set_retry_named": {
            "id": SizedHex<32>;
            "retries": number;
            "period": number;
        };
        /**
         * Removes the retry configuration of a task.
         */
        "cancel_retry": {
            "task": Anonymize<I9jd27rnpm8ttv>;
        };
        /**
         * Cancel the retry configuration of a named task.
         */
        "cancel_retry_named": {
            "id": SizedHex<32>;
        };
    }>;
    "MultiBlockMigrations": Enum<{
        /**
         * Allows root to set a cursor to forcefully start, stop or forward the migration process.
         *
         * Should normally not be needed and is only in place as emergency measure. Note that
         * restarting the migration process in this manner will not call the
         * [`MigrationStatusHandler::started`] hook or emit an `UpgradeStarted` event.
         */
        "force_set_cursor": {
            "cursor"?: (Enum<{
                "Active": {
                    "index": number;
                    "inner_cursor"?: Anonymize<Iabpgqcjikia83>;
                    "started_at": number;
                };
                "Stuck": undefined;
            }>) | undefined;
        };
        /**
         * Allows root to set an active cursor to forcefully start/forward the migration process.
         *
         * This is an edge-case version of [`Self::force_set_cursor`] that allows to set the
         * `started_at` value to the next block number. Otherwise this would not be possible, since
         * `force_set_cursor` takes an absolute block number. Setting `started_at` to `None`
         * indicates that the current block number plus one should be used.
         */
        "force_set_active_cursor": {
            "index": number;
            "inner_cursor"?: Anonymize<Iabpgqcjikia83>;
            "started_at"?: Anonymize<I4arjljr6dpflb>;
        };
        /**
         * Forces the onboarding of the migrations.
         *
         * This process happens automatically on a runtime upgrade. It is in place as an emergency
         * measurement. The cursor needs to be `None` for this to succeed.
         */
        "force_onboard_mbms": undefined;
        /**
         * Clears the `Historic` set.
         *
         * `map_cursor` must be set to the last value that was returned by the
         * `HistoricCleared` event. The first time `None` can be used. `limit` must be chosen in a
         * way that will result in a sensible weight.
         */
        "clear_historic": {
            "selector": Enum<{
                "Specific": Anonymize<Itom7fk49o0c9>;
                "Wildcard": {
                    "limit"?: Anonymize<I4arjljr6dpflb>;
                    "previous_cursor"?: Anonymize<Iabpgqcjikia83>;
                };
            }>;
        };
    }>;
    "SafeMode": Enum<{
        /**
         * Enter safe-mode permissionlessly for [`Config::EnterDuration`] blocks.
         *
         * Reserves [`Config::EnterDepositAmount`] from the caller's account.
         * Emits an [`Event::Entered`] event on success.
         * Errors with [`Error::Entered`] if the safe-mode is already entered.
         * Errors with [`Error::NotConfigured`] if the deposit amount is `None`.
         */
        "enter": undefined;
        /**
         * Enter safe-mode by force for a per-origin configured number of blocks.
         *
         * Emits an [`Event::Entered`] event on success.
         * Errors with [`Error::Entered`] if the safe-mode is already entered.
         *
         * Can only be called by the [`Config::ForceEnterOrigin`] origin.
         */
        "force_enter": undefined;
        /**
         * Extend the safe-mode permissionlessly for [`Config::ExtendDuration`] blocks.
         *
         * This accumulates on top of the current remaining duration.
         * Reserves [`Config::ExtendDepositAmount`] from the caller's account.
         * Emits an [`Event::Extended`] event on success.
         * Errors with [`Error::Exited`] if the safe-mode is entered.
         * Errors with [`Error::NotConfigured`] if the deposit amount is `None`.
         *
         * This may be called by any signed origin with [`Config::ExtendDepositAmount`] free
         * currency to reserve. This call can be disabled for all origins by configuring
         * [`Config::ExtendDepositAmount`] to `None`.
         */
        "extend": undefined;
        /**
         * Extend the safe-mode by force for a per-origin configured number of blocks.
         *
         * Emits an [`Event::Extended`] event on success.
         * Errors with [`Error::Exited`] if the safe-mode is inactive.
         *
         * Can only be called by the [`Config::ForceExtendOrigin`] origin.
         */
        "force_extend": undefined;
        /**
         * Exit safe-mode by force.
         *
         * Emits an [`Event::Exited`] with [`ExitReason::Force`] event on success.
         * Errors with [`Error::Exited`] if the safe-mode is inactive.
         *
         * Note: `safe-mode` will be automatically deactivated by [`Pallet::on_initialize`] hook
         * after the block height is greater than the [`EnteredUntil`] storage item.
         * Emits an [`Event::Exited`] with [`ExitReason::Timeout`] event when deactivated in the
         * hook.
         */
        "force_exit": undefined;
        /**
         * Slash a deposit for an account that entered or extended safe-mode at a given
         * historical block.
         *
         * This can only be called while safe-mode is entered.
         *
         * Emits a [`Event::DepositSlashed`] event on success.
         * Errors with [`Error::Entered`] if safe-mode is entered.
         *
         * Can only be called by the [`Config::ForceDepositOrigin`] origin.
         */
        "force_slash_deposit": {
            "account": SS58String;
            "block": number;
        };
        /**
         * Permissionlessly release a deposit for an account that entered safe-mode at a
         * given historical block.
         *
         * The call can be completely disabled by setting [`Config::ReleaseDelay`] to `None`.
         * This cannot be called while safe-mode is entered and not until
         * [`Config::ReleaseDelay`] blocks have passed since safe-mode was entered.
         *
         * Emits a [`Event::DepositReleased`] event on success.
         * Errors with [`Error::Entered`] if the safe-mode is entered.
         * Errors with [`Error::CannotReleaseYet`] if [`Config::ReleaseDelay`] block have not
         * passed since safe-mode was entered. Errors with [`Error::NoDeposit`] if the payee has no
         * reserved currency at the block specified.
         */
        "release_deposit": {
            "account": SS58String;
            "block": number;
        };
        /**
         * Force to release a deposit for an account that entered safe-mode at a given
         * historical block.
         *
         * This can be called while safe-mode is still entered.
         *
         * Emits a [`Event::DepositReleased`] event on success.
         * Errors with [`Error::Entered`] if safe-mode is entered.
         * Errors with [`Error::NoDeposit`] if the payee has no reserved currency at the
         * specified block.
         *
         * Can only be called by the [`Config::ForceDepositOrigin`] origin.
         */
        "force_release_deposit": {
            "account": SS58String;
            "block": number;
        };
    }>;
    "TxPause": Enum<{
        /**
         * Pause a call.
         *
         * Can only be called by [`Config::PauseOrigin`].
         * Emits an [`Event::CallPaused`] event on success.
         */
        "pause": Anonymize<Iba7pefg0d11kh>;
        /**
         * Un-pause a call.
         *
         * Can only be called by [`Config::UnpauseOrigin`].
         * Emits an [`Event::CallUnpaused`] event on success.
         */
        "unpause": {
            "ident": Anonymize<Idkbvh6dahk1v7>;
        };
    }>;
    "Sudo": Enum<{
        /**
         * Authenticates the sudo key and dispatches a function call with `Root` origin.
         */
        "sudo": {
            "call": TxCallData;
        };
        /**
         * Authenticates the sudo key and dispatches a function call with `Root` origin.
         * This function does not check the weight of the call, and instead allows the
         * Sudo user to specify the weight of the call.
         *
         * The dispatch origin for this call must be _Signed_.
         */
        "sudo_unchecked_weight": Anonymize<Ida4rc3g1m0i0i>;
        /**
         * Authenticates the current sudo key and sets the given AccountId (`new`) as the new sudo
         * key.
         */
        "set_key": {
            "new": MultiAddress;
        };
        /**
         * Authenticates the sudo key and dispatches a function call with `Signed` origin from
         * a given account.
         *
         * The dispatch origin for this call must be _Signed_.
         */
        "sudo_as": {
            "who": MultiAddress;
            "call": TxCallData;
        };
        /**
         * Permanently removes the sudo key.
         *
         * **This cannot be un-done.**
         */
        "remove_key": undefined;
    }>;
    "Balances": Enum<{
        /**
         * Transfer some liquid free balance to another account.
         *
         * `transfer_allow_death` will set the `FreeBalance` of the sender and receiver.
         * If the sender's account is below the existential deposit as a result
         * of the transfer, the account will be reaped.
         *
         * The dispatch origin for this call must be `Signed` by the transactor.
         */
        "transfer_allow_death": {
            "dest": MultiAddress;
            "value": bigint;
        };
        /**
         * Exactly as `transfer_allow_death`, except the origin must be root and the source account
         * may be specified.
         */
        "force_transfer": {
            "source": MultiAddress;
            "dest": MultiAddress;
            "value": bigint;
        };
        /**
         * Same as the [`transfer_allow_death`] call, but with a check that the transfer will not
         * kill the origin account.
         *
         * 99% of the time you want [`transfer_allow_death`] instead.
         *
         * [`transfer_allow_death`]: struct.Pallet.html#method.transfer
         */
        "transfer_keep_alive": {
            "dest": MultiAddress;
            "value": bigint;
        };
        /**
         * Transfer the entire transferable balance from the caller account.
         *
         * NOTE: This function only attempts to transfer _transferable_ balances. This means that
         * any locked, reserved, or existential deposits (when `keep_alive` is `true`), will not be
         * transferred by this function. To ensure that this function results in a killed account,
         * you might need to prepare the account by removing any reference counters, storage
         * deposits, etc...
         *
         * The dispatch origin of this call must be Signed.
         *
         * - `dest`: The recipient of the transfer.
         * - `keep_alive`: A boolean to determine if the `transfer_all` operation should send all
         * of the funds the account has, causing the sender account to be killed (false), or
         * transfer everything except at least the existential deposit, which will guarantee to
         * keep the sender account alive (true).
         */
        "transfer_all": {
            "dest": MultiAddress;
            "keep_alive": boolean;
        };
        /**
         * Unreserve some balance from a user by force.
         *
         * Can only be called by ROOT.
         */
        "force_unreserve": {
            "who": MultiAddress;
            "amount": bigint;
        };
        /**
         * Upgrade a specified account.
         *
         * - `origin`: Must be `Signed`.
         * - `who`: The account to be upgraded.
         *
         * This will waive the transaction fee if at least all but 10% of the accounts needed to
         * be upgraded. (We let some not have to be upgraded just in order to allow for the
         * possibility of churn).
         */
        "upgrade_accounts": {
            "who": Anonymize<Ia2lhg7l2hilo3>;
        };
        /**
         * Set the regular balance of a given account.
         *
         * The dispatch origin for this call is `root`.
         */
        "force_set_balance": {
            "who": MultiAddress;
            "new_free": bigint;
        };
        /**
         * Adjust the total issuance in a saturating way.
         *
         * Can only be called by root and always needs a positive `delta`.
         *
         * # Example
         */
        "force_adjust_total_issuance": {
            "direction": BalancesAdjustmentDirection;
            "delta": bigint;
        };
        /**
         * Burn the specified liquid free balance from the origin account.
         *
         * If the origin's account ends up below the existential deposit as a result
         * of the burn and `keep_alive` is false, the account will be reaped.
         *
         * Unlike sending funds to a _burn_ address, which merely makes the funds inaccessible,
         * this `burn` operation will reduce total issuance by the amount _burned_.
         */
        "burn": {
            "value": bigint;
            "keep_alive": boolean;
        };
    }>;
    "Treasury": Enum<{
        /**
         * Propose and approve a spend of treasury funds.
         *
         * ## Dispatch Origin
         *
         * Must be [`Config::SpendOrigin`] with the `Success` value being at least `amount`.
         *
         * ### Details
         * NOTE: For record-keeping purposes, the proposer is deemed to be equivalent to the
         * beneficiary.
         *
         * ### Parameters
         * - `amount`: The amount to be transferred from the treasury to the `beneficiary`.
         * - `beneficiary`: The destination account for the transfer.
         *
         * ## Events
         *
         * Emits [`Event::SpendApproved`] if successful.
         */
        "spend_local": {
            "amount": bigint;
            "beneficiary": MultiAddress;
        };
        /**
         * Force a previously approved proposal to be removed from the approval queue.
         *
         * ## Dispatch Origin
         *
         * Must be [`Config::RejectOrigin`].
         *
         * ## Details
         *
         * The original deposit will no longer be returned.
         *
         * ### Parameters
         * - `proposal_id`: The index of a proposal
         *
         * ### Complexity
         * - O(A) where `A` is the number of approvals
         *
         * ### Errors
         * - [`Error::ProposalNotApproved`]: The `proposal_id` supplied was not found in the
         * approval queue, i.e., the proposal has not been approved. This could also mean the
         * proposal does not exist altogether, thus there is no way it would have been approved
         * in the first place.
         */
        "remove_approval": {
            "proposal_id": number;
        };
        /**
         * Propose and approve a spend of treasury funds.
         *
         * ## Dispatch Origin
         *
         * Must be [`Config::SpendOrigin`] with the `Success` value being at least
         * `amount` of `asset_kind` in the native asset. The amount of `asset_kind` is converted
         * for assertion using the [`Config::BalanceConverter`].
         *
         * ## Details
         *
         * Create an approved spend for transferring a specific `amount` of `asset_kind` to a
         * designated beneficiary. The spend must be claimed using the `payout` dispatchable within
         * the [`Config::PayoutPeriod`].
         *
         * ### Parameters
         * - `asset_kind`: An indicator of the specific asset class to be spent.
         * - `amount`: The amount to be transferred from the treasury to the `beneficiary`.
         * - `beneficiary`: The beneficiary of the spend.
         * - `valid_from`: The block number from which the spend can be claimed. It can refer to
         * the past if the resulting spend has not yet expired according to the
         * [`Config::PayoutPeriod`]. If `None`, the spend can be claimed immediately after
         * approval.
         *
         * ## Events
         *
         * Emits [`Event::AssetSpendApproved`] if successful.
         */
        "spend": {
            "amount": bigint;
            "beneficiary": SS58String;
            "valid_from"?: Anonymize<I4arjljr6dpflb>;
        };
        /**
         * Claim a spend.
         *
         * ## Dispatch Origin
         *
         * Must be signed
         *
         * ## Details
         *
         * Spends must be claimed within some temporal bounds. A spend may be claimed within one
         * [`Config::PayoutPeriod`] from the `valid_from` block.
         * In case of a payout failure, the spend status must be updated with the `check_status`
         * dispatchable before retrying with the current function.
         *
         * ### Parameters
         * - `index`: The spend index.
         *
         * ## Events
         *
         * Emits [`Event::Paid`] if successful.
         */
        "payout": Anonymize<I666bl2fqjkejo>;
        /**
         * Check the status of the spend and remove it from the storage if processed.
         *
         * ## Dispatch Origin
         *
         * Must be signed.
         *
         * ## Details
         *
         * The status check is a prerequisite for retrying a failed payout.
         * If a spend has either succeeded or expired, it is removed from the storage by this
         * function. In such instances, transaction fees are refunded.
         *
         * ### Parameters
         * - `index`: The spend index.
         *
         * ## Events
         *
         * Emits [`Event::PaymentFailed`] if the spend payout has failed.
         * Emits [`Event::SpendProcessed`] if the spend payout has succeed.
         */
        "check_status": Anonymize<I666bl2fqjkejo>;
        /**
         * Void previously approved spend.
         *
         * ## Dispatch Origin
         *
         * Must be [`Config::RejectOrigin`].
         *
         * ## Details
         *
         * A spend void is only possible if the payout has not been attempted yet.
         *
         * ### Parameters
         * - `index`: The spend index.
         *
         * ## Events
         *
         * Emits [`Event::AssetSpendVoided`] if successful.
         */
        "void_spend": Anonymize<I666bl2fqjkejo>;
    }>;
    "Staking": Enum<{
        /**
         * Take the origin account as a stash and lock up `value` of its balance. `controller` will
         * be the account that controls it.
         *
         * `value` must be more than the `minimum_balance` specified by `T::Currency`.
         *
         * The dispatch origin for this call must be _Signed_ by the stash account.
         *
         * Emits `Bonded`.
         * ## Complexity
         * - Independent of the arguments. Moderate complexity.
         * - O(1).
         * - Three extra DB entries.
         *
         * NOTE: Two of the storage writes (`Self::bonded`, `Self::payee`) are _never_ cleaned
         * unless the `origin` falls below _existential deposit_ (or equal to 0) and gets removed
         * as dust.
         */
        "bond": {
            "value": bigint;
            "payee": StakingRewardDestination;
        };
        /**
         * Add some extra amount that have appeared in the stash `free_balance` into the balance up
         * for staking.
         *
         * The dispatch origin for this call must be _Signed_ by the stash, not the controller.
         *
         * Use this if there are additional funds in your stash account that you wish to bond.
         * Unlike [`bond`](Self::bond) or [`unbond`](Self::unbond) this function does not impose
         * any limitation on the amount that can be added.
         *
         * Emits `Bonded`.
         *
         * ## Complexity
         * - Independent of the arguments. Insignificant complexity.
         * - O(1).
         */
        "bond_extra": {
            "max_additional": bigint;
        };
        /**
         * Schedule a portion of the stash to be unlocked ready for transfer out after the bond
         * period ends. If this leaves an amount actively bonded less than
         * [`asset::existential_deposit`], then it is increased to the full amount.
         *
         * The stash may be chilled if the ledger total amount falls to 0 after unbonding.
         *
         * The dispatch origin for this call must be _Signed_ by the controller, not the stash.
         *
         * Once the unlock period is done, you can call `withdraw_unbonded` to actually move
         * the funds out of management ready for transfer.
         *
         * No more than a limited number of unlocking chunks (see `MaxUnlockingChunks`)
         * can co-exists at the same time. If there are no unlocking chunks slots available
         * [`Call::withdraw_unbonded`] is called to remove some of the chunks (if possible).
         *
         * If a user encounters the `InsufficientBond` error when calling this extrinsic,
         * they should call `chill` first in order to free up their bonded funds.
         *
         * Emits `Unbonded`.
         *
         * See also [`Call::withdraw_unbonded`].
         */
        "unbond": Anonymize<Ie5v6njpckr05b>;
        /**
         * Remove any unlocked chunks from the `unlocking` queue from our management.
         *
         * This essentially frees up that balance to be used by the stash account to do whatever
         * it wants.
         *
         * The dispatch origin for this call must be _Signed_ by the controller.
         *
         * Emits `Withdrawn`.
         *
         * See also [`Call::unbond`].
         *
         * ## Parameters
         *
         * - `num_slashing_spans` indicates the number of metadata slashing spans to clear when
         * this call results in a complete removal of all the data related to the stash account.
         * In this case, the `num_slashing_spans` must be larger or equal to the number of
         * slashing spans associated with the stash account in the [`SlashingSpans`] storage type,
         * otherwise the call will fail. The call weight is directly proportional to
         * `num_slashing_spans`.
         *
         * ## Complexity
         * O(S) where S is the number of slashing spans to remove
         * NOTE: Weight annotation is the kill scenario, we refund otherwise.
         */
        "withdraw_unbonded": {
            "num_slashing_spans": number;
        };
        /**
         * Declare the desire to validate for the origin controller.
         *
         * Effects will be felt at the beginning of the next era.
         *
         * The dispatch origin for this call must be _Signed_ by the controller, not the stash.
         */
        "validate": {
            "prefs": Anonymize<I9o7ssi9vmhmgr>;
        };
        /**
         * Declare the desire to nominate `targets` for the origin controller.
         *
         * Effects will be felt at the beginning of the next era.
         *
         * The dispatch origin for this call must be _Signed_ by the controller, not the stash.
         *
         * ## Complexity
         * - The transaction's complexity is proportional to the size of `targets` (N)
         * which is capped at CompactAssignments::LIMIT (T::MaxNominations).
         * - Both the reads and writes follow a similar pattern.
         */
        "nominate": {
            "targets": Anonymize<I28gn91b2ttnbk>;
        };
        /**
         * Declare no desire to either validate or nominate.
         *
         * Effects will be felt at the beginning of the next era.
         *
         * The dispatch origin for this call must be _Signed_ by the controller, not the stash.
         *
         * ## Complexity
         * - Independent of the arguments. Insignificant complexity.
         * - Contains one read.
         * - Writes are limited to the `origin` account key.
         */
        "chill": undefined;
        /**
         * (Re-)set the payment target for a controller.
         *
         * Effects will be felt instantly (as soon as this function is completed successfully).
         *
         * The dispatch origin for this call must be _Signed_ by the controller, not the stash.
         *
         * ## Complexity
         * - O(1)
         * - Independent of the arguments. Insignificant complexity.
         * - Contains a limited number of reads.
         * - Writes are limited to the `origin` account key.
         * ---------
         */
        "set_payee": {
            "payee": StakingRewardDestination;
        };
        /**
         * (Re-)sets the controller of a stash to the stash itself. This function previously
         * accepted a `controller` argument to set the controller to an account other than the
         * stash itself. This functionality has now been removed, now only setting the controller
         * to the stash, if it is not already.
         *
         * Effects will be felt instantly (as soon as this function is completed successfully).
         *
         * The dispatch origin for this call must be _Signed_ by the stash, not the controller.
         *
         * ## Complexity
         * O(1)
         * - Independent of the arguments. Insignificant complexity.
         * - Contains a limited number of reads.
         * - Writes are limited to the `origin` account key.
         */
        "set_controller": undefined;
        /**
         * Sets the ideal number of validators.
         *
         * The dispatch origin must be Root.
         *
         * ## Complexity
         * O(1)
         */
        "set_validator_count": {
            "new": number;
        };
        /**
         * Increments the ideal number of validators up to maximum of
         * `ElectionProviderBase::MaxWinners`.
         *
         * The dispatch origin must be Root.
         *
         * ## Complexity
         * Same as [`Self::set_validator_count`].
         */
        "increase_validator_count": {
            "additional": number;
        };
        /**
         * Scale up the ideal number of validators by a factor up to maximum of
         * `ElectionProviderBase::MaxWinners`.
         *
         * The dispatch origin must be Root.
         *
         * ## Complexity
         * Same as [`Self::set_validator_count`].
         */
        "scale_validator_count": {
            "factor": number;
        };
        /**
         * Force there to be no new eras indefinitely.
         *
         * The dispatch origin must be Root.
         *
         * # Warning
         *
         * The election process starts multiple blocks before the end of the era.
         * Thus the election process may be ongoing when this is called. In this case the
         * election will continue until the next era is triggered.
         *
         * ## Complexity
         * - No arguments.
         * - Weight: O(1)
         */
        "force_no_eras": undefined;
        /**
         * Force there to be a new era at the end of the next session. After this, it will be
         * reset to normal (non-forced) behaviour.
         *
         * The dispatch origin must be Root.
         *
         * # Warning
         *
         * The election process starts multiple blocks before the end of the era.
         * If this is called just before a new era is triggered, the election process may not
         * have enough blocks to get a result.
         *
         * ## Complexity
         * - No arguments.
         * - Weight: O(1)
         */
        "force_new_era": undefined;
        /**
         * Set the validators who cannot be slashed (if any).
         *
         * The dispatch origin must be Root.
         */
        "set_invulnerables": {
            "invulnerables": Anonymize<Ia2lhg7l2hilo3>;
        };
        /**
         * Force a current staker to become completely unstaked, immediately.
         *
         * The dispatch origin must be Root.
         *
         * ## Parameters
         *
         * - `num_slashing_spans`: Refer to comments on [`Call::withdraw_unbonded`] for more
         * details.
         */
        "force_unstake": {
            "stash": SS58String;
            "num_slashing_spans": number;
        };
        /**
         * Force there to be a new era at the end of sessions indefinitely.
         *
         * The dispatch origin must be Root.
         *
         * # Warning
         *
         * The election process starts multiple blocks before the end of the era.
         * If this is called just before a new era is triggered, the election process may not
         * have enough blocks to get a result.
         */
        "force_new_era_always": undefined;
        /**
         * Cancel enactment of a deferred slash.
         *
         * Can be called by the `T::AdminOrigin`.
         *
         * Parameters: era and indices of the slashes for that era to kill.
         * They **must** be sorted in ascending order, *and* unique.
         */
        "cancel_deferred_slash": {
            "era": number;
            "slash_indices": Array<number>;
        };
        /**
         * Pay out next page of the stakers behind a validator for the given era.
         *
         * - `validator_stash` is the stash account of the validator.
         * - `era` may be any era between `[current_era - history_depth; current_era]`.
         *
         * The origin of this call must be _Signed_. Any account can call this function, even if
         * it is not one of the stakers.
         *
         * The reward payout could be paged in case there are too many nominators backing the
         * `validator_stash`. This call will payout unpaid pages in an ascending order. To claim a
         * specific page, use `payout_stakers_by_page`.`
         *
         * If all pages are claimed, it returns an error `InvalidPage`.
         */
        "payout_stakers": {
            "validator_stash": SS58String;
            "era": number;
        };
        /**
         * Rebond a portion of the stash scheduled to be unlocked.
         *
         * The dispatch origin must be signed by the controller.
         *
         * ## Complexity
         * - Time complexity: O(L), where L is unlocking chunks
         * - Bounded by `MaxUnlockingChunks`.
         */
        "rebond": Anonymize<Ie5v6njpckr05b>;
        /**
         * Remove all data structures concerning a staker/stash once it is at a state where it can
         * be considered `dust` in the staking system. The requirements are:
         *
         * 1. the `total_balance` of the stash is below existential deposit.
         * 2. or, the `ledger.total` of the stash is below existential deposit.
         * 3. or, existential deposit is zero and either `total_balance` or `ledger.total` is zero.
         *
         * The former can happen in cases like a slash; the latter when a fully unbonded account
         * is still receiving staking rewards in `RewardDestination::Staked`.
         *
         * It can be called by anyone, as long as `stash` meets the above requirements.
         *
         * Refunds the transaction fees upon successful execution.
         *
         * ## Parameters
         *
         * - `num_slashing_spans`: Refer to comments on [`Call::withdraw_unbonded`] for more
         * details.
         */
        "reap_stash": {
            "stash": SS58String;
            "num_slashing_spans": number;
        };
        /**
         * Remove the given nominations from the calling validator.
         *
         * Effects will be felt at the beginning of the next era.
         *
         * The dispatch origin for this call must be _Signed_ by the controller, not the stash.
         *
         * - `who`: A list of nominator stash accounts who are nominating this validator which
         * should no longer be nominating this validator.
         *
         * Note: Making this call only makes sense if you first set the validator preferences to
         * block any further nominations.
         */
        "kick": {
            "who": Anonymize<I28gn91b2ttnbk>;
        };
        /**
         * Update the various staking configurations .
         *
         * * `min_nominator_bond`: The minimum active bond needed to be a nominator.
         * * `min_validator_bond`: The minimum active bond needed to be a validator.
         * * `max_nominator_count`: The max number of users who can be a nominator at once. When
         * set to `None`, no limit is enforced.
         * * `max_validator_count`: The max number of users who can be a validator at once. When
         * set to `None`, no limit is enforced.
         * * `chill_threshold`: The ratio of `max_nominator_count` or `max_validator_count` which
         * should be filled in order for the `chill_other` transaction to work.
         * * `min_commission`: The minimum amount of commission that each validators must maintain.
         * This is checked only upon calling `validate`. Existing validators are not affected.
         *
         * RuntimeOrigin must be Root to call this function.
         *
         * NOTE: Existing nominators and validators will not be affected by this update.
         * to kick people under the new limits, `chill_other` should be called.
         */
        "set_staking_configs": {
            "min_nominator_bond": StakingPalletConfigOpBig;
            "min_validator_bond": StakingPalletConfigOpBig;
            "max_nominator_count": StakingPalletConfigOp;
            "max_validator_count": StakingPalletConfigOp;
            "chill_threshold": StakingPalletConfigOp;
            "min_commission": StakingPalletConfigOp;
            "max_staked_rewards": StakingPalletConfigOp;
        };
        /**
         * Declare a `controller` to stop participating as either a validator or nominator.
         *
         * Effects will be felt at the beginning of the next era.
         *
         * The dispatch origin for this call must be _Signed_, but can be called by anyone.
         *
         * If the caller is the same as the controller being targeted, then no further checks are
         * enforced, and this function behaves just like `chill`.
         *
         * If the caller is different than the controller being targeted, the following conditions
         * must be met:
         *
         * * `controller` must belong to a nominator who has become non-decodable,
         *
         * Or:
         *
         * * A `ChillThreshold` must be set and checked which defines how close to the max
         * nominators or validators we must reach before users can start chilling one-another.
         * * A `MaxNominatorCount` and `MaxValidatorCount` must be set which is used to determine
         * how close we are to the threshold.
         * * A `MinNominatorBond` and `MinValidatorBond` must be set and checked, which determines
         * if this is a person that should be chilled because they have not met the threshold
         * bond required.
         *
         * This can be helpful if bond requirements are updated, and we need to remove old users
         * who do not satisfy these requirements.
         */
        "chill_other": Anonymize<Idl3umm12u5pa>;
        /**
         * Force a validator to have at least the minimum commission. This will not affect a
         * validator who already has a commission greater than or equal to the minimum. Any account
         * can call this.
         */
        "force_apply_min_commission": {
            "validator_stash": SS58String;
        };
        /**
         * Sets the minimum amount of commission that each validators must maintain.
         *
         * This call has lower privilege requirements than `set_staking_config` and can be called
         * by the `T::AdminOrigin`. Root can always call this.
         */
        "set_min_commission": {
            "new": number;
        };
        /**
         * Pay out a page of the stakers behind a validator for the given era and page.
         *
         * - `validator_stash` is the stash account of the validator.
         * - `era` may be any era between `[current_era - history_depth; current_era]`.
         * - `page` is the page index of nominators to pay out with value between 0 and
         * `num_nominators / T::MaxExposurePageSize`.
         *
         * The origin of this call must be _Signed_. Any account can call this function, even if
         * it is not one of the stakers.
         *
         * If a validator has more than [`Config::MaxExposurePageSize`] nominators backing
         * them, then the list of nominators is paged, with each page being capped at
         * [`Config::MaxExposurePageSize`]. If a validator has more than one page of nominators,
         * the call needs to be made for each page separately in order for all the nominators
         * backing a validator to receive the reward. The nominators are not sorted across pages
         * and so it should not be assumed the highest staker would be on the topmost page and vice
         * versa. If rewards are not claimed in [`Config::HistoryDepth`] eras, they are lost.
         */
        "payout_stakers_by_page": {
            "validator_stash": SS58String;
            "era": number;
            "page": number;
        };
        /**
         * Migrates an account's `RewardDestination::Controller` to
         * `RewardDestination::Account(controller)`.
         *
         * Effects will be felt instantly (as soon as this function is completed successfully).
         *
         * This will waive the transaction fee if the `payee` is successfully migrated.
         */
        "update_payee": {
            "controller": SS58String;
        };
        /**
         * Updates a batch of controller accounts to their corresponding stash account if they are
         * not the same. Ignores any controller accounts that do not exist, and does not operate if
         * the stash and controller are already the same.
         *
         * Effects will be felt instantly (as soon as this function is completed successfully).
         *
         * The dispatch origin must be `T::AdminOrigin`.
         */
        "deprecate_controller_batch": {
            "controllers": Anonymize<Ia2lhg7l2hilo3>;
        };
        /**
         * Restores the state of a ledger which is in an inconsistent state.
         *
         * The requirements to restore a ledger are the following:
         * * The stash is bonded; or
         * * The stash is not bonded but it has a staking lock left behind; or
         * * If the stash has an associated ledger and its state is inconsistent; or
         * * If the ledger is not corrupted *but* its staking lock is out of sync.
         *
         * The `maybe_*` input parameters will overwrite the corresponding data and metadata of the
         * ledger associated with the stash. If the input parameters are not set, the ledger will
         * be reset values from on-chain state.
         */
        "restore_ledger": {
            "stash": SS58String;
            "maybe_controller"?: Anonymize<Ihfphjolmsqq1>;
            "maybe_total"?: Anonymize<I35p85j063s0il>;
            "maybe_unlocking"?: (Array<{
                "value": bigint;
                "era": number;
            }>) | undefined;
        };
        /**
         * Removes the legacy Staking locks if they exist.
         *
         * This removes the legacy lock on the stake with [`Config::OldCurrency`] and creates a
         * hold on it if needed. If all stake cannot be held, the best effort is made to hold as
         * much as possible. The remaining stake is forced withdrawn from the ledger.
         *
         * The fee is waived if the migration is successful.
         */
        "migrate_currency": Anonymize<Idl3umm12u5pa>;
        /**
         * This function allows governance to manually slash a validator and is a
         * **fallback mechanism**.
         *
         * The dispatch origin must be `T::AdminOrigin`.
         *
         * ## Parameters
         * - `validator_stash` - The stash account of the validator to slash.
         * - `era` - The era in which the validator was in the active set.
         * - `slash_fraction` - The percentage of the stake to slash, expressed as a Perbill.
         *
         * ## Behavior
         *
         * The slash will be applied using the standard slashing mechanics, respecting the
         * configured `SlashDeferDuration`.
         *
         * This means:
         * - If the validator was already slashed by a higher percentage for the same era, this
         * slash will have no additional effect.
         * - If the validator was previously slashed by a lower percentage, only the difference
         * will be applied.
         * - The slash will be deferred by `SlashDeferDuration` eras before being enacted.
         */
        "manual_slash": {
            "validator_stash": SS58String;
            "era": number;
            "slash_fraction": number;
        };
    }>;
    "Session": Enum<{
        /**
         * Sets the session key(s) of the function caller to `keys`.
         *
         * Allows an account to set its session key prior to becoming a validator.
         * This doesn't take effect until the next session.
         *
         * - `origin`: The dispatch origin of this function must be signed.
         * - `keys`: The new session keys to set. These are the public keys of all sessions keys
         * setup in the runtime.
         * - `proof`: The proof that `origin` has access to the private keys of `keys`. See
         * [`impl_opaque_keys`](sp_runtime::impl_opaque_keys) for more information about the
         * proof format.
         */
        "set_keys": {
            "keys": {
                "grandpa": SizedHex<32>;
                "babe": SizedHex<32>;
                "authority_discovery": SizedHex<32>;
            };
            "proof": Uint8Array;
        };
        /**
         * Removes any session key(s) of the function caller.
         *
         * This doesn't take effect until the next session.
         *
         * The dispatch origin of this function must be Signed and the account must be either be
         * convertible to a validator ID using the chain's typical addressing system (this usually
         * means being a controller account) or directly convertible into a validator ID (which
         * usually means being a stash account).
         */
        "purge_keys": undefined;
    }>;
    "Grandpa": Enum<{
        /**
         * Report voter equivocation/misbehavior. This method will verify the
         * equivocation proof and validate the given key ownership proof
         * against the extracted offender. If both are valid, the offence
         * will be reported.
         */
        "report_equivocation": {
            "equivocation_proof": {
                "set_id": bigint;
                "equivocation": GrandpaEquivocation;
            };
            "key_owner_proof": Anonymize<I3ia7aufsoj0l1>;
        };
        /**
         * Report voter equivocation/misbehavior. This method will verify the
         * equivocation proof and validate the given key ownership proof
         * against the extracted offender. If both are valid, the offence
         * will be reported.
         *
         * This extrinsic must be called unsigned and it is expected that only
         * block authors will call it (validated in `ValidateUnsigned`), as such
         * if the block author is defined it will be defined as the equivocation
         * reporter.
         */
        "report_equivocation_unsigned": {
            "equivocation_proof": {
                "set_id": bigint;
                "equivocation": GrandpaEquivocation;
            };
            "key_owner_proof": Anonymize<I3ia7aufsoj0l1>;
        };
        /**
         * Note that the current authority set of the GRANDPA finality gadget has stalled.
         *
         * This will trigger a forced authority set change at the beginning of the next session, to
         * be enacted `delay` blocks after that. The `delay` should be high enough to safely assume
         * that the block signalling the forced change will not be re-orged e.g. 1000 blocks.
         * The block production rate (which may be slowed down because of finality lagging) should
         * be taken into account when choosing the `delay`. The GRANDPA voters based on the new
         * authority will start voting on top of `best_finalized_block_number` for new finalized
         * blocks. `best_finalized_block_number` should be the highest of the latest finalized
         * block of all validators of the new authority set.
         *
         * Only callable by root.
         */
        "note_stalled": {
            "delay": number;
            "best_finalized_block_number": number;
        };
    }>;
    "Identity": Enum<{
        /**
         * Add a registrar to the system.
         *
         * The dispatch origin for this call must be `T::RegistrarOrigin`.
         *
         * - `account`: the account of the registrar.
         *
         * Emits `RegistrarAdded` if successful.
         */
        "add_registrar": {
            "account": MultiAddress;
        };
        /**
         * Remove a registrar from the system.
         *
         * The dispatch origin for this call must be `T::RegistrarOrigin`.
         *
         * The registrar's slot is tombstoned (set to `None`) rather than removed, so that the
         * `RegistrarIndex` of every other registrar — and any judgements already recorded against
         * them — stays stable. The freed index is not reused by `add_registrar`, so each removal
         * permanently consumes one slot against `MaxRegistrars` (reusing the slot would let a new
         * registrar inherit an index that historical judgements still reference).
         *
         * Deposits reserved by pending `request_judgement` calls against this registrar are
         * **not** returned; once the registrar is removed `provide_judgement` can no longer
         * release them, so affected users should reclaim their funds manually with
         * `cancel_request`.
         *
         * - `index`: the index of the registrar to remove.
         *
         * Emits `RegistrarRemoved` if successful.
         */
        "remove_registrar": Anonymize<I666bl2fqjkejo>;
        /**
         * Set an account's identity information and reserve the appropriate deposit.
         *
         * If the account already has identity information, the deposit is taken as part payment
         * for the new deposit.
         *
         * The dispatch origin for this call must be _Signed_.
         *
         * - `info`: The identity information.
         *
         * Emits `IdentitySet` if successful.
         */
        "set_identity": {
            "info": {
                "additional": Array<FixedSizeArray<2, IdentityData>>;
                "display": IdentityData;
                "legal": IdentityData;
                "web": IdentityData;
                "riot": IdentityData;
                "email": IdentityData;
                "pgp_fingerprint"?: (SizedHex<20>) | undefined;
                "image": IdentityData;
                "twitter": IdentityData;
            };
        };
        /**
         * Set the sub-accounts of the sender.
         *
         * Payment: Any aggregate balance reserved by previous `set_subs` calls will be returned
         * and an amount `SubAccountDeposit` will be reserved for each item in `subs`.
         *
         * The dispatch origin for this call must be _Signed_ and the sender must have a registered
         * identity.
         *
         * - `subs`: The identity's (new) sub-accounts.
         */
        "set_subs": {
            "subs": Array<[SS58String, IdentityData]>;
        };
        /**
         * Clear an account's identity info and all sub-accounts and return all deposits.
         *
         * Payment: All reserved balances on the account are returned.
         *
         * The dispatch origin for this call must be _Signed_ and the sender must have a registered
         * identity.
         *
         * Emits `IdentityCleared` if successful.
         */
        "clear_identity": undefined;
        /**
         * Request a judgement from a registrar.
         *
         * Payment: At most `max_fee` will be reserved for payment to the registrar if judgement
         * given.
         *
         * The dispatch origin for this call must be _Signed_ and the sender must have a
         * registered identity.
         *
         * - `reg_index`: The index of the registrar whose judgement is requested.
         * - `max_fee`: The maximum fee that may be paid. This should just be auto-populated as:
         *
         * ```nocompile
         * Registrars::<T>::get().get(reg_index).unwrap().fee
         * ```
         *
         * Emits `JudgementRequested` if successful.
         */
        "request_judgement": {
            "reg_index": number;
            "max_fee": bigint;
        };
        /**
         * Cancel a previous request.
         *
         * Payment: A previously reserved deposit is returned on success.
         *
         * The dispatch origin for this call must be _Signed_ and the sender must have a
         * registered identity.
         *
         * - `reg_index`: The index of the registrar whose judgement is no longer requested.
         *
         * Emits `JudgementUnrequested` if successful.
         */
        "cancel_request": {
            "reg_index": number;
        };
        /**
         * Set the fee required for a judgement to be requested from a registrar.
         *
         * The dispatch origin for this call must be _Signed_ and the sender must be the account
         * of the registrar whose index is `index`.
         *
         * - `index`: the index of the registrar whose fee is to be set.
         * - `fee`: the new fee.
         */
        "set_fee": {
            "index": number;
            "fee": bigint;
        };
        /**
         * Change the account associated with a registrar.
         *
         * The dispatch origin for this call must be _Signed_ and the sender must be the account
         * of the registrar whose index is `index`.
         *
         * - `index`: the index of the registrar whose fee is to be set.
         * - `new`: the new account ID.
         */
        "set_account_id": {
            "index": number;
            "new": MultiAddress;
        };
        /**
         * Set the field information for a registrar.
         *
         * The dispatch origin for this call must be _Signed_ and the sender must be the account
         * of the registrar whose index is `index`.
         *
         * - `index`: the index of the registrar whose fee is to be set.
         * - `fields`: the fields that the registrar concerns themselves with.
         */
        "set_fields": {
            "index": number;
            "fields": bigint;
        };
        /**
         * Provide a judgement for an account's identity.
         *
         * The dispatch origin for this call must be _Signed_ and the sender must be the account
         * of the registrar whose index is `reg_index`.
         *
         * - `reg_index`: the index of the registrar whose judgement is being made.
         * - `target`: the account whose identity the judgement is upon. This must be an account
         * with a registered identity.
         * - `judgement`: the judgement of the registrar of index `reg_index` about `target`.
         * - `identity`: The hash of the [`IdentityInformationProvider`] for that the judgement is
         * provided.
         *
         * Note: Judgements do not apply to a username.
         *
         * Emits `JudgementGiven` if successful.
         */
        "provide_judgement": {
            "reg_index": number;
            "target": MultiAddress;
            "judgement": IdentityJudgement;
            "identity": SizedHex<32>;
        };
        /**
         * Remove an account's identity and sub-account information and slash the deposits.
         *
         * Payment: Reserved balances from `set_subs` and `set_identity` are slashed and handled by
         * `Slash`. Verification request deposits are not returned; they should be cancelled
         * manually using `cancel_request`.
         *
         * The dispatch origin for this call must match `T::ForceOrigin`.
         *
         * - `target`: the account whose identity the judgement is upon. This must be an account
         * with a registered identity.
         *
         * Emits `IdentityKilled` if successful.
         */
        "kill_identity": {
            "target": MultiAddress;
        };
        /**
         * Add the given account to the sender's subs.
         *
         * Payment: Balance reserved by a previous `set_subs` call for one sub will be repatriated
         * to the sender.
         *
         * The dispatch origin for this call must be _Signed_ and the sender must have a registered
         * sub identity of `sub`.
         */
        "add_sub": {
            "sub": MultiAddress;
            "data": IdentityData;
        };
        /**
         * Alter the associated name of the given sub-account.
         *
         * The dispatch origin for this call must be _Signed_ and the sender must have a registered
         * sub identity of `sub`.
         */
        "rename_sub": {
            "sub": MultiAddress;
            "data": IdentityData;
        };
        /**
         * Remove the given account from the sender's subs.
         *
         * Payment: Balance reserved by a previous `set_subs` call for one sub will be repatriated
         * to the sender.
         *
         * The dispatch origin for this call must be _Signed_ and the sender must have a registered
         * sub identity of `sub`.
         */
        "remove_sub": {
            "sub": MultiAddress;
        };
        /**
         * Remove the sender as a sub-account.
         *
         * Payment: Balance reserved by a previous `set_subs` call for one sub will be repatriated
         * to the sender (*not* the original depositor).
         *
         * The dispatch origin for this call must be _Signed_ and the sender must have a registered
         * super-identity.
         *
         * NOTE: This should not normally be used, but is provided in the case that the non-
         * controller of an account is maliciously registered as a sub-account.
         */
        "quit_sub": undefined;
        /**
         * Add an `AccountId` with permission to grant usernames with a given `suffix` appended.
         *
         * The authority can grant up to `allocation` usernames. To top up the allocation or
         * change the account used to grant usernames, this call can be used with the updated
         * parameters to overwrite the existing configuration.
         */
        "add_username_authority": {
            "authority": MultiAddress;
            "suffix": Uint8Array;
            "allocation": number;
        };
        /**
         * Remove `authority` from the username authorities.
         */
        "remove_username_authority": {
            "suffix": Uint8Array;
            "authority": MultiAddress;
        };
        /**
         * Set the username for `who`. Must be called by a username authority.
         *
         * If `use_allocation` is set, the authority must have a username allocation available to
         * spend. Otherwise, the authority will need to put up a deposit for registering the
         * username.
         *
         * Users can either pre-sign their usernames or
         * accept them later.
         *
         * Usernames must:
         * - Only contain lowercase ASCII characters or digits.
         * - When combined with the suffix of the issuing authority be _less than_ the
         * `MaxUsernameLength`.
         */
        "set_username_for": {
            "who": MultiAddress;
            "username": Uint8Array;
            "signature"?: (Enum<{
                "Ed25519": SizedHex<64>;
                "Sr25519": SizedHex<64>;
                "Ecdsa": SizedHex<65>;
                "Eth": SizedHex<65>;
            }>) | undefined;
            "use_allocation": boolean;
        };
        /**
         * Accept a given username that an `authority` granted. The call must include the full
         * username, as in `username.suffix`.
         */
        "accept_username": Anonymize<Ie5l999tf7t2te>;
        /**
         * Remove an expired username approval. The username was approved by an authority but never
         * accepted by the user and must now be beyond its expiration. The call must include the
         * full username, as in `username.suffix`.
         */
        "remove_expired_approval": Anonymize<Ie5l999tf7t2te>;
        /**
         * Set a given username as the primary. The username should include the suffix.
         */
        "set_primary_username": Anonymize<Ie5l999tf7t2te>;
        /**
         * Start the process of removing a username by placing it in the unbinding usernames map.
         * Once the grace period has passed, the username can be deleted by calling
         * [remove_username](crate::Call::remove_username).
         */
        "unbind_username": Anonymize<Ie5l999tf7t2te>;
        /**
         * Permanently delete a username which has been unbinding for longer than the grace period.
         * Caller is refunded the fee if the username expired and the removal was successful.
         */
        "remove_username": Anonymize<Ie5l999tf7t2te>;
        /**
         * Call with [ForceOrigin](crate::Config::ForceOrigin) privileges which deletes a username
         * and slashes any deposit associated with it.
         */
        "kill_username": Anonymize<Ie5l999tf7t2te>;
    }>;
    "ConvictionVoting": Enum<{
        /**
         * Vote in a poll. If `vote.is_aye()`, the vote is to enact the proposal;
         * otherwise it is a vote to keep the status quo.
         *
         * The dispatch origin of this call must be _Signed_.
         *
         * - `poll_index`: The index of the poll to vote for.
         * - `vote`: The vote configuration.
         *
         * Weight: `O(R)` where R is the number of polls the voter has voted on.
         */
        "vote": {
            "poll_index": number;
            "vote": ConvictionVotingVoteAccountVote;
        };
        /**
         * Delegate the voting power (with some given conviction) of the sending account for a
         * particular class of polls.
         *
         * The balance delegated is locked for as long as it's delegated, and thereafter for the
         * time appropriate for the conviction's lock period.
         *
         * The dispatch origin of this call must be _Signed_, and the signing account must either:
         * - be delegating already; or
         * - have no voting activity (if there is, then it will need to be removed through
         * `remove_vote`).
         *
         * - `to`: The account whose voting the `target` account's voting power will follow.
         * - `class`: The class of polls to delegate. To delegate multiple classes, multiple calls
         * to this function are required.
         * - `conviction`: The conviction that will be attached to the delegated votes. When the
         * account is undelegated, the funds will be locked for the corresponding period.
         * - `balance`: The amount of the account's balance to be used in delegating. This must not
         * be more than the account's current balance.
         *
         * Emits `Delegated`.
         *
         * Weight: `O(R)` where R is the number of polls the voter delegating to has
         * voted on. Weight is initially charged as if maximum votes, but is refunded later.
         */
        "delegate": {
            "class": number;
            "to": MultiAddress;
            "conviction": VotingConviction;
            "balance": bigint;
        };
        /**
         * Undelegate the voting power of the sending account for a particular class of polls.
         *
         * Tokens may be unlocked following once an amount of time consistent with the lock period
         * of the conviction with which the delegation was issued has passed.
         *
         * The dispatch origin of this call must be _Signed_ and the signing account must be
         * currently delegating.
         *
         * - `class`: The class of polls to remove the delegation from.
         *
         * Emits `Undelegated`.
         *
         * Weight: `O(R)` where R is the number of polls the voter delegating to has
         * voted on. Weight is initially charged as if maximum votes, but is refunded later.
         */
        "undelegate": {
            "class": number;
        };
        /**
         * Remove the lock caused by prior voting/delegating which has expired within a particular
         * class.
         *
         * The dispatch origin of this call must be _Signed_.
         *
         * - `class`: The class of polls to unlock.
         * - `target`: The account to remove the lock on.
         *
         * Weight: `O(R)` with R number of vote of target.
         */
        "unlock": {
            "class": number;
            "target": MultiAddress;
        };
        /**
         * Remove a vote for a poll.
         *
         * If:
         * - the poll was cancelled, or
         * - the poll is ongoing, or
         * - the poll has ended such that
         * - the vote of the account was in opposition to the result; or
         * - there was no conviction to the account's vote; or
         * - the account made a split vote
         * ...then the vote is removed cleanly and a following call to `unlock` may result in more
         * funds being available.
         *
         * If, however, the poll has ended and:
         * - it finished corresponding to the vote of the account, and
         * - the account made a standard vote with conviction, and
         * - the lock period of the conviction is not over
         * ...then the lock will be aggregated into the overall account's lock, which may involve
         * *overlocking* (where the two locks are combined into a single lock that is the maximum
         * of both the amount locked and the time is it locked for).
         *
         * The dispatch origin of this call must be _Signed_, and the signer must have a vote
         * registered for poll `index`.
         *
         * - `index`: The index of poll of the vote to be removed.
         * - `class`: Optional parameter, if given it indicates the class of the poll. For polls
         * which have finished or are cancelled, this must be `Some`.
         *
         * Weight: `O(R + log R)` where R is the number of polls that `target` has voted on.
         * Weight is calculated for the maximum number of vote.
         */
        "remove_vote": {
            "class"?: Anonymize<I4arjljr6dpflb>;
            "index": number;
        };
        /**
         * Remove a vote for a poll.
         *
         * If the `target` is equal to the signer, then this function is exactly equivalent to
         * `remove_vote`. If not equal to the signer, then the vote must have expired,
         * either because the poll was cancelled, because the voter lost the poll or
         * because the conviction period is over.
         *
         * The dispatch origin of this call must be _Signed_.
         *
         * - `target`: The account of the vote to be removed; this account must have voted for poll
         * `index`.
         * - `index`: The index of poll of the vote to be removed.
         * - `class`: The class of the poll.
         *
         * Weight: `O(R + log R)` where R is the number of polls that `target` has voted on.
         * Weight is calculated for the maximum number of vote.
         */
        "remove_other_vote": {
            "target": MultiAddress;
            "class": number;
            "index": number;
        };
    }>;
    "Referenda": Enum<{
        /**
         * Propose a referendum on a privileged action.
         *
         * - `origin`: must be `SubmitOrigin` and the account must have `SubmissionDeposit` funds
         * available.
         * - `proposal_origin`: The origin from which the proposal should be executed.
         * - `proposal`: The proposal.
         * - `enactment_moment`: The moment that the proposal should be enacted.
         *
         * Emits `Submitted`.
         */
        "submit": {
            "proposal_origin": Anonymize<I6r2kkoovi4ll5>;
            "proposal": PreimagesBounded;
            "enactment_moment": TraitsScheduleDispatchTime;
        };
        /**
         * Post the Decision Deposit for a referendum.
         *
         * - `origin`: must be `Signed` and the account must have funds available for the
         * referendum's track's Decision Deposit.
         * - `index`: The index of the submitted referendum whose Decision Deposit is yet to be
         * posted.
         *
         * Emits `DecisionDepositPlaced`.
         */
        "place_decision_deposit": Anonymize<I666bl2fqjkejo>;
        /**
         * Refund the Decision Deposit for a closed referendum back to the depositor.
         *
         * - `origin`: must be `Signed` or `Root`.
         * - `index`: The index of a closed referendum whose Decision Deposit has not yet been
         * refunded.
         *
         * Emits `DecisionDepositRefunded`.
         */
        "refund_decision_deposit": Anonymize<I666bl2fqjkejo>;
        /**
         * Cancel an ongoing referendum.
         *
         * - `origin`: must be the `CancelOrigin`.
         * - `index`: The index of the referendum to be cancelled.
         *
         * Emits `Cancelled`.
         */
        "cancel": Anonymize<I666bl2fqjkejo>;
        /**
         * Cancel an ongoing referendum and slash the deposits.
         *
         * - `origin`: must be the `KillOrigin`.
         * - `index`: The index of the referendum to be cancelled.
         *
         * Emits `Killed` and `DepositSlashed`.
         */
        "kill": Anonymize<I666bl2fqjkejo>;
        /**
         * Advance a referendum onto its next logical state. Only used internally.
         *
         * - `origin`: must be `Root`.
         * - `index`: the referendum to be advanced.
         */
        "nudge_referendum": Anonymize<I666bl2fqjkejo>;
        /**
         * Advance a track onto its next logical state. Only used internally.
         *
         * - `origin`: must be `Root`.
         * - `track`: the track to be advanced.
         *
         * Action item for when there is now one fewer referendum in the deciding phase and the
         * `DecidingCount` is not yet updated. This means that we should either:
         * - begin deciding another referendum (and leave `DecidingCount` alone); or
         * - decrement `DecidingCount`.
         */
        "one_fewer_deciding": {
            "track": number;
        };
        /**
         * Refund the Submission Deposit for a closed referendum back to the depositor.
         *
         * - `origin`: must be `Signed` or `Root`.
         * - `index`: The index of a closed referendum whose Submission Deposit has not yet been
         * refunded.
         *
         * Emits `SubmissionDepositRefunded`.
         */
        "refund_submission_deposit": Anonymize<I666bl2fqjkejo>;
        /**
         * Set or clear metadata of a referendum.
         *
         * Parameters:
         * - `origin`: Must be `Signed` by a creator of a referendum or by anyone to clear a
         * metadata of a finished referendum.
         * - `index`:  The index of a referendum to set or clear metadata for.
         * - `maybe_hash`: The hash of an on-chain stored preimage. `None` to clear a metadata.
         */
        "set_metadata": {
            "index": number;
            "maybe_hash"?: Anonymize<I4s6vifaf8k998>;
        };
    }>;
    "Registry": Anonymize<I8dmdm369u7fsf>;
    "Provenance": Anonymize<Ie17jv6qk89puj>;
    "Market": Anonymize<I4ihkrs9m4su4s>;
    "Royalties": Anonymize<Ibvt0rpnv7o3lm>;
    "Rewards": Anonymize<Iae2r337ijlcc3>;
}>;
export type I3ia7aufsoj0l1 = {
    "session": number;
    "trie_nodes": Anonymize<Itom7fk49o0c9>;
    "validator_count": number;
};
export type BabeDigestsNextConfigDescriptor = Enum<{
    "V1": Anonymize<I8jnd4d8ip6djo>;
}>;
export declare const BabeDigestsNextConfigDescriptor: GetEnum<BabeDigestsNextConfigDescriptor>;
export type I6r2kkoovi4ll5 = AnonymousEnum<{
    "system": Enum<{
        "Root": undefined;
        "Signed": SS58String;
        "None": undefined;
        "Authorized": undefined;
    }>;
    "Origins": Enum<{
        "GeneralAdmin": undefined;
        "SafetyAdmin": undefined;
        "Treasurer": undefined;
        "Spender": undefined;
        "ReferendumCanceller": undefined;
        "ReferendumKiller": undefined;
    }>;
}>;
export type Ida4rc3g1m0i0i = {
    "call": TxCallData;
    "weight": Anonymize<I4q39t5hn830vp>;
};
export type I95jfd8j5cr5eh = (Anonymize<Itvprrpb0nm3o>) | undefined;
export type MultiAddress = Enum<{
    "Id": SS58String;
    "Index": undefined;
    "Raw": Uint8Array;
    "Address32": SizedHex<32>;
    "Address20": SizedHex<20>;
}>;
export declare const MultiAddress: GetEnum<MultiAddress>;
export type I53mkgqqdobotq = (Anonymize<Ib7osnsidvmqib>) | undefined;
export type Iep7au1720bm0e = (Anonymize<I9jd27rnpm8ttv>) | undefined;
export type BalancesAdjustmentDirection = Enum<{
    "Increase": undefined;
    "Decrease": undefined;
}>;
export declare const BalancesAdjustmentDirection: GetEnum<BalancesAdjustmentDirection>;
export type I28gn91b2ttnbk = Array<MultiAddress>;
export type StakingPalletConfigOpBig = Enum<{
    "Noop": undefined;
    "Set": bigint;
    "Remove": undefined;
}>;
export declare const StakingPalletConfigOpBig: GetEnum<StakingPalletConfigOpBig>;
export type StakingPalletConfigOp = Enum<{
    "Noop": undefined;
    "Set": number;
    "Remove": undefined;
}>;
export declare const StakingPalletConfigOp: GetEnum<StakingPalletConfigOp>;
export type GrandpaEquivocation = Enum<{
    "Prevote": {
        "round_number": bigint;
        "identity": SizedHex<32>;
        "first": [{
            "target_hash": SizedHex<32>;
            "target_number": number;
        }, SizedHex<64>];
        "second": [{
            "target_hash": SizedHex<32>;
            "target_number": number;
        }, SizedHex<64>];
    };
    "Precommit": {
        "round_number": bigint;
        "identity": SizedHex<32>;
        "first": [{
            "target_hash": SizedHex<32>;
            "target_number": number;
        }, SizedHex<64>];
        "second": [{
            "target_hash": SizedHex<32>;
            "target_number": number;
        }, SizedHex<64>];
    };
}>;
export declare const GrandpaEquivocation: GetEnum<GrandpaEquivocation>;
export type IdentityData = Enum<{
    "None": undefined;
    "Raw0": undefined;
    "Raw1": number;
    "Raw2": SizedHex<2>;
    "Raw3": SizedHex<3>;
    "Raw4": SizedHex<4>;
    "Raw5": SizedHex<5>;
    "Raw6": SizedHex<6>;
    "Raw7": SizedHex<7>;
    "Raw8": SizedHex<8>;
    "Raw9": SizedHex<9>;
    "Raw10": SizedHex<10>;
    "Raw11": SizedHex<11>;
    "Raw12": SizedHex<12>;
    "Raw13": SizedHex<13>;
    "Raw14": SizedHex<14>;
    "Raw15": SizedHex<15>;
    "Raw16": SizedHex<16>;
    "Raw17": SizedHex<17>;
    "Raw18": SizedHex<18>;
    "Raw19": SizedHex<19>;
    "Raw20": SizedHex<20>;
    "Raw21": SizedHex<21>;
    "Raw22": SizedHex<22>;
    "Raw23": SizedHex<23>;
    "Raw24": SizedHex<24>;
    "Raw25": SizedHex<25>;
    "Raw26": SizedHex<26>;
    "Raw27": SizedHex<27>;
    "Raw28": SizedHex<28>;
    "Raw29": SizedHex<29>;
    "Raw30": SizedHex<30>;
    "Raw31": SizedHex<31>;
    "Raw32": SizedHex<32>;
    "BlakeTwo256": SizedHex<32>;
    "Sha256": SizedHex<32>;
    "Keccak256": SizedHex<32>;
    "ShaThree256": SizedHex<32>;
}>;
export declare const IdentityData: GetEnum<IdentityData>;
export type IdentityJudgement = Enum<{
    "Unknown": undefined;
    "FeePaid": bigint;
    "Reasonable": undefined;
    "KnownGood": undefined;
    "OutOfDate": undefined;
    "LowQuality": undefined;
    "Erroneous": undefined;
}>;
export declare const IdentityJudgement: GetEnum<IdentityJudgement>;
export type VotingConviction = Enum<{
    "None": undefined;
    "Locked1x": undefined;
    "Locked2x": undefined;
    "Locked3x": undefined;
    "Locked4x": undefined;
    "Locked5x": undefined;
    "Locked6x": undefined;
}>;
export declare const VotingConviction: GetEnum<VotingConviction>;
export type TraitsScheduleDispatchTime = Enum<{
    "At": number;
    "After": number;
}>;
export declare const TraitsScheduleDispatchTime: GetEnum<TraitsScheduleDispatchTime>;
export {};
