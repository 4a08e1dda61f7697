import { default as agora, type AgoraWhitelistEntry } from "./agora";
export { agora };
export type * from "./agora";
export { DigestItem, Phase, DispatchClass, TokenError, ArithmeticError, TransactionalError, PreimageEvent, BalanceStatus, PreimagePalletHoldReason, TransactionPaymentEvent, StakingRewardDestination, StakingForcing, GrandpaEvent, ConvictionVotingVoteAccountVote, PreimagesBounded, BabeAllowedSlots, BabeDigestsNextConfigDescriptor, MultiAddress, BalancesAdjustmentDirection, StakingPalletConfigOpBig, StakingPalletConfigOp, GrandpaEquivocation, IdentityData, IdentityJudgement, VotingConviction, TraitsScheduleDispatchTime } from './common-types';
export declare const getMetadata: (codeHash: string) => Promise<Uint8Array | null>;
export type WhitelistEntry = AgoraWhitelistEntry;
export type WhitelistEntriesByChain = Partial<{
    "*": WhitelistEntry[];
    agora: WhitelistEntry[];
}>;
