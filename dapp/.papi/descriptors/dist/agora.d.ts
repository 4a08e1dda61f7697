import { StorageDescriptor, PlainDescriptor, TxDescriptor, RuntimeDescriptor, Enum, ApisFromDef, QueryFromPalletsDef, TxFromPalletsDef, EventsFromPalletsDef, ErrorsFromPalletsDef, ConstFromPalletsDef, ViewFnsFromPalletsDef, SS58String, SizedHex, FixedSizeArray } from "polkadot-api";
import type { I5sesotjlssv2d, Iffmde3ekjedi9, I4mddgoa69c0a2, I81o6go0m2ust7, I95g6i7ilua7lq, Ieniouoqkq4icf, Phase, Ibgl04rn6nbfm6, I4q39t5hn830vp, Icj9o38ri5fchv, Icjh0dsdppgsoa, I9o7ssi9vmhmgr, Ib3j7gb0jgs38u, I6flrronqs3l6n, I7svnfko10tq2e, Iff9p3c7k6pfoi, Ia2lhg7l2hilo3, I4mm4ean8hhris, I5f20lkg069af2, I4pact7n2e9a0i, I3h49nlnb3gl1t, Ibajhsu2ua8p30, I200n1ov5tbcvr, I5n7h6635cfh3p, I8uo3fpd3bcc6f, I4v0sdjdgegngc, Id69gvl9gm8pec, I72jv9lfblurj9, Ibs0tut9do27pe, Icvv9lg92f5d1v, Ib7h78333bsjn2, I1nrrrcs3ifelt, I96rqo4i9p11oo, I5i1bdft7ptlb5, I6n3dq2m53rjah, I9jea06984vfti, I3lea1kj6dh7c0, I3sean4dbblfft, Ib988mdpsjckr5, I4f7ng4qjrc4tu, Ial90alfmijcmv, I66p3qv97d5jmp, I587vttnjd5hm4, I6cs1itejju2vv, I4tj5ktr1s8na1, I52ecpeupab5ea, I9clt1jcbu9s9q, Ia3eqmj0mmrlbi, Iac7bfo74pfhbu, Idsk0or1oc8bhk, I68931arbhe26l, I3h8c98fbaba70, In7a38730s6qs, Ibtil0ss5munbk, I9s0ave7t0vnrk, I4fo08joqmcqnm, I8ofcg5rbj0g2c, I4adgbll7gku4i, I6pjjpfvhvcfru, I9pj91mj79qekl, I39uah9nss64h9, Ik64dknsq7k08, Ib51vk42m1po4n, I8soe01bkbp35r, Icr3t2kod9dj5d, Iaqa00k30vc431, I1t37vurs1utqb, I46dvc66979cuu, Icqfrgn3abq6ja, I2e1ek76m34991, Ifr7e8s46bpdbt, I20atd34gnqpug, I9sf8n0ekdnt0k, I3eedi1r6u2p2i, Imcp4f53ipoeu, Id8k5vqn9hgn1n, Icshio1k2h93qu, Idcifp88l56fv0, Iet0pq4nv5rkru, If2rdjflrt2gv7, I9r46i2kq76kat, I9fsv3ik7dl0li, Iert7o2q8hlt37, Ielmhlghkj29h, I3aummir9bfm5, Id9b79c53sf5e5, Iaqp1u9n9rqc6m, Ib2kjf7og3gl65, I54ug7glj9teh6, I6omdp0p14b6a1, Icbccs0ug47ilf, Iefut6funek8oj, Iumgb95qq74d3, Ick1dnolbtfvmu, Ia82mnkmeo2rhc, I1vn9f8prs5vh0, I1jm8m1rh9e20v, I855j4i3kr8ko1, Ibj6oha2h6obub, I99lcsaih4vrvt, I55o3u7f2v085q, Idcei34kkv8k8g, Idirsuvmbpp9k8, I5c601lu3udc3d, Iepe6avdllou1r, Idiii6lkeoma03, Ie5hqdi789g8p, Ilpmu1gi2kqek, Iflp3nigv0rmve, Ie0u0ocgbo8r5f, I5o1tde49bq7f0, Iivfcerk9f94o, Ie0oofe0pphhhr, I82t07uekcinrt, Iak7d4kouju3t5, Icg7b84dfbs2e9, I8tr7trg2tjsr2, I97t8kics2vq0s, I83bo2ml6rojgt, If1834g4vvmarv, I2ffq3io0ttr61, If3hoassn8l211, Icgqj3gprn2s3u, Ib5c3pbg52pk95, I5r527mgs7h028, Ie428lrlqfupls, I70r9ve5cgl578, I4dehqpvsnghui, I6lj89pk4d5n61, I1i0dfs5gilaej, I8sslreuk3stel, I2f6qke7tb87ap, I2bkc4et5v1fqt, I5sammt81q376, Ib7k9gj0g021h9, Ic80nv62hmh73j, Ia7u2qtmdkia1f, Ijraclrtnj4hv, Ifpqeopq7vopip, I4evds8e222vj, I3u4pqus43laso, I2o9vh28gvjmt9, I4h8ls0igemr7p, I8lek75eshr08t, Ibvjbbu73ju74g, I4tspss1en7avu, Iero5nokvke453, I8mbobhr9ivd4d, Ic262ibdoec56a, I5f0a90u865fe6, Ia30hs2teqfoer, Idasi83b2hi6kd, Ibpplvl91iral8, I337lcir0ff2jc, I4rpu2mbhskfmq, I1r5ke30ueqo0r, I6spmpef2c7svf, Iei2mvq0mjvt81, I43akl2356hfql, I4s6vifaf8k998, I8gctpddbh07nb, I1stl6odtvlbc8, Iautoaneiht8co, I5hu7b3p1054h, I35p85j063s0il, I2jlbuurg82uv9, I7fvbe8g99f7d3, Itom7fk49o0c9, Idj977k3d2qv2d, Id823pqasmdf5c, Ipb3f46dkm3qa, Id9cp5dne3a5ks, I4dmp7erp6jhf6, Iafqnechp3omqg, Ief6sf95c032f0, Ie799qod9gfbai, Ifgqrneb4843nk, Id39bl53j1do0p, Ic5m5lp1oioo8r, Ib99lbp1hmg1qu, Ic94a0sev3g6md, Idqhmt92tvrfqp, Id4nlu4f74ru9, I1d4dps4irer01, I43rb95dit4rl4, I1lkndnteup17r, I3rginqu26mc2m, Id1elgoaqm4tg8, I4n9ebq22s316g, Iaq6hoo5s3bq5p, Icrom824drr6j, I84tba4cd52r28, I8oj68g7nvfcvf, I58dc6o6p2ha2h, I72g1785beo2nf, I7aiqobe9po41s, Ia64o8co30mec, I5ql7jlbkntate, Ieh6t50gtr2ice, I8j3rm6imqru05, Iamqkke0he1r00 } from "./common-types";
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
type IStorage = {
    System: {
        /**
         * The full account information for a particular account ID.
         */
        Account: StorageDescriptor<[Key: SS58String], Anonymize<I5sesotjlssv2d>, false, never>;
        /**
         * Total extrinsics count for the current block.
         */
        ExtrinsicCount: StorageDescriptor<[], number, true, never>;
        /**
         * Whether all inherents have been applied.
         */
        InherentsApplied: StorageDescriptor<[], boolean, false, never>;
        /**
         * The current weight for the block.
         */
        BlockWeight: StorageDescriptor<[], Anonymize<Iffmde3ekjedi9>, false, never>;
        /**
         * Total size (in bytes) of the current block.
         *
         * Tracks the size of the header and all extrinsics.
         */
        BlockSize: StorageDescriptor<[], number, true, never>;
        /**
         * Map of block numbers to block hashes.
         */
        BlockHash: StorageDescriptor<[Key: number], SizedHex<32>, false, never>;
        /**
         * Extrinsics data for the current block (maps an extrinsic's index to its data).
         */
        ExtrinsicData: StorageDescriptor<[Key: number], Uint8Array, false, never>;
        /**
         * The current block number being processed. Set by `execute_block`.
         */
        Number: StorageDescriptor<[], number, false, never>;
        /**
         * Hash of the previous block.
         */
        ParentHash: StorageDescriptor<[], SizedHex<32>, false, never>;
        /**
         * Digest of the current block, also part of the block header.
         */
        Digest: StorageDescriptor<[], Anonymize<I4mddgoa69c0a2>, false, never>;
        /**
         * Events deposited for the current block.
         *
         * NOTE: The item is unbound and should therefore never be read on chain.
         * It could otherwise inflate the PoV size of a block.
         *
         * Events have a large in-memory size. Box the events to not go out-of-memory
         * just in case someone still reads them from within the runtime.
         */
        Events: StorageDescriptor<[], Anonymize<I81o6go0m2ust7>, false, never>;
        /**
         * The number of events in the `Events<T>` list.
         */
        EventCount: StorageDescriptor<[], number, false, never>;
        /**
         * Mapping between a topic (represented by T::Hash) and a vector of indexes
         * of events in the `<Events<T>>` list.
         *
         * All topic vectors have deterministic storage locations depending on the topic. This
         * allows light-clients to leverage the changes trie storage tracking mechanism and
         * in case of changes fetch the list of events of interest.
         *
         * The value has the type `(BlockNumberFor<T>, EventIndex)` because if we used only just
         * the `EventIndex` then in case if the topic has the same contents on the next block
         * no notification will be triggered thus the event might be lost.
         */
        EventTopics: StorageDescriptor<[Key: SizedHex<32>], Anonymize<I95g6i7ilua7lq>, false, never>;
        /**
         * Stores the `spec_version` and `spec_name` of when the last runtime upgrade happened.
         */
        LastRuntimeUpgrade: StorageDescriptor<[], Anonymize<Ieniouoqkq4icf>, true, never>;
        /**
         * Number of blocks till the pending code upgrade is applied.
         */
        BlocksTillUpgrade: StorageDescriptor<[], number, true, never>;
        /**
         * True if we have upgraded so that `type RefCount` is `u32`. False (default) if not.
         */
        UpgradedToU32RefCount: StorageDescriptor<[], boolean, false, never>;
        /**
         * True if we have upgraded so that AccountInfo contains three types of `RefCount`. False
         * (default) if not.
         */
        UpgradedToTripleRefCount: StorageDescriptor<[], boolean, false, never>;
        /**
         * The execution phase of the block.
         */
        ExecutionPhase: StorageDescriptor<[], Phase, true, never>;
        /**
         * `Some` if a code upgrade has been authorized.
         */
        AuthorizedUpgrade: StorageDescriptor<[], Anonymize<Ibgl04rn6nbfm6>, true, never>;
        /**
         * The weight reclaimed for the extrinsic.
         *
         * This information is available until the end of the extrinsic execution.
         * More precisely this information is removed in `note_applied_extrinsic`.
         *
         * Logic doing some post dispatch weight reduction must update this storage to avoid duplicate
         * reduction.
         */
        ExtrinsicWeightReclaimed: StorageDescriptor<[], Anonymize<I4q39t5hn830vp>, false, never>;
    };
    Babe: {
        /**
         * Current slot number.
         */
        CurrentSlot: StorageDescriptor<[], bigint, false, never>;
    };
    Timestamp: {
        /**
         * The current time for the current block.
         */
        Now: StorageDescriptor<[], bigint, false, never>;
    };
    Pace: {
        /**
         * The spans of this chain. Written by genesis alone.
         */
        Chosen: StorageDescriptor<[], Anonymize<Icj9o38ri5fchv>, false, never>;
    };
    Balances: {
        /**
         * The total units issued in the system.
         */
        TotalIssuance: StorageDescriptor<[], bigint, false, never>;
        /**
         * Holds on account balances.
         */
        Holds: StorageDescriptor<[Key: SS58String], Anonymize<Icjh0dsdppgsoa>, false, never>;
    };
    Staking: {
        /**
         * The map from (wannabe) validator stash key to the preferences of that validator.
         *
         * TWOX-NOTE: SAFE since `AccountId` is a secure hash.
         */
        Validators: StorageDescriptor<[Key: SS58String], Anonymize<I9o7ssi9vmhmgr>, false, never>;
        /**
         * The current era index.
         *
         * This is the latest planned era, depending on how the Session pallet queues the validator
         * set, it might be active or not.
         */
        CurrentEra: StorageDescriptor<[], number, true, never>;
        /**
         * The active era information, it holds index and start.
         *
         * The active era is the era being currently rewarded. Validator set of this era must be
         * equal to [`SessionInterface::validators`].
         */
        ActiveEra: StorageDescriptor<[], Anonymize<Ib3j7gb0jgs38u>, true, never>;
        /**
         * The session index at which the era start for the last [`Config::HistoryDepth`] eras.
         *
         * Note: This tracks the starting session (i.e. session index when era start being active)
         * for the eras in `[CurrentEra - HISTORY_DEPTH, CurrentEra]`.
         */
        ErasStartSessionIndex: StorageDescriptor<[Key: number], number, true, never>;
        /**
         * Summary of validator exposure at a given era.
         *
         * This contains the total stake in support of the validator and their own stake. In addition,
         * it can also be used to get the number of nominators backing this validator and the number of
         * exposure pages they are divided into. The page count is useful to determine the number of
         * pages of rewards that needs to be claimed.
         *
         * This is keyed first by the era index to allow bulk deletion and then the stash account.
         * Should only be accessed through `EraInfo`.
         *
         * Is it removed after [`Config::HistoryDepth`] eras.
         * If stakers hasn't been set or has been removed then empty overview is returned.
         */
        ErasStakersOverview: StorageDescriptor<Anonymize<I7svnfko10tq2e>, Anonymize<I6flrronqs3l6n>, true, never>;
        /**
         * Similar to `ErasStakers`, this holds the preferences of validators.
         *
         * This is keyed first by the era index to allow bulk deletion and then the stash account.
         *
         * Is it removed after [`Config::HistoryDepth`] eras.
         */
        ErasValidatorPrefs: StorageDescriptor<Anonymize<I7svnfko10tq2e>, Anonymize<I9o7ssi9vmhmgr>, false, never>;
        /**
         * Rewards for the last [`Config::HistoryDepth`] eras.
         * If reward hasn't been set or has been removed then 0 reward is returned.
         */
        ErasRewardPoints: StorageDescriptor<[Key: number], Anonymize<Iff9p3c7k6pfoi>, false, never>;
        /**
         * The total amount staked for the last [`Config::HistoryDepth`] eras.
         * If total hasn't been set or has been removed then 0 stake is returned.
         */
        ErasTotalStake: StorageDescriptor<[Key: number], bigint, false, never>;
    };
    Session: {
        /**
         * The current set of validators.
         */
        Validators: StorageDescriptor<[], Anonymize<Ia2lhg7l2hilo3>, false, never>;
        /**
         * Current index of the session.
         */
        CurrentIndex: StorageDescriptor<[], number, false, never>;
    };
    Registry: {
        /**
         * Artifacts by id. Written by `register`, cleared by `remove_artifact`.
         */
        Artifacts: StorageDescriptor<[Key: SizedHex<32>], Anonymize<I4mm4ean8hhris>, true, never>;
        /**
         * Versions by sequence. Written by `publish`, cleared by `remove_version`.
         */
        Versions: StorageDescriptor<[Key: bigint], Anonymize<I5f20lkg069af2>, true, never>;
        /**
         * The sequence of each version of an artifact, by its number. Written by `publish`, cleared
         * by `remove_version`.
         */
        ArtifactVersions: StorageDescriptor<Anonymize<I4pact7n2e9a0i>, bigint, true, never>;
        /**
         * The sequence that the next version gets.
         */
        NextSequence: StorageDescriptor<[], bigint, false, never>;
        /**
         * Which version a digest belongs to. Written by `publish`; `remove_version` leaves a tombstone
         * that stays for ever.
         */
        VersionsByDigest: StorageDescriptor<[Key: SizedHex<32>], Anonymize<I3h49nlnb3gl1t>, true, never>;
        /**
         * The versions derived from a version, and how: source first, derived second. Written by
         * `publish`, cleared when the derived version is removed.
         */
        Descendants: StorageDescriptor<Anonymize<I200n1ov5tbcvr>, Anonymize<Ibajhsu2ua8p30>, true, never>;
        /**
         * Reservations by account and commitment. Written by `reserve`, cleared when revealed or
         * released. The account is part of the key so that nobody can take another's commitment.
         */
        Reservations: StorageDescriptor<Anonymize<I8uo3fpd3bcc6f>, Anonymize<I5n7h6635cfh3p>, true, never>;
        /**
         * Artifacts that were removed: their names cannot be taken again. Written by
         * `remove_artifact`, and stays for ever.
         */
        RemovedArtifacts: StorageDescriptor<[Key: SizedHex<32>], Anonymize<I4v0sdjdgegngc>, true, never>;
    };
    Provenance: {
        /**
         * What versions say of their records, by sequence. Written by `commit_records`, cleared by
         * `release_commitment`.
         */
        Commitments: StorageDescriptor<[Key: bigint], Anonymize<Id69gvl9gm8pec>, true, never>;
        /**
         * The versions that extend each other, oldest first, by the sequence of the first. Written by
         * `commit_records` and `extend_records`, cleared by `release_commitment`.
         */
        Series: StorageDescriptor<[Key: bigint], Anonymize<I72jv9lfblurj9>, false, never>;
        /**
         * Proven records, by the version that brought them into the dataset and their index. Written by
         * `prove_record`, cleared by `release_record`.
         */
        Records: StorageDescriptor<Anonymize<I200n1ov5tbcvr>, Anonymize<Ibs0tut9do27pe>, true, never>;
        /**
         * The id that the next attestation gets.
         */
        NextAttestation: StorageDescriptor<[], bigint, false, never>;
        /**
         * Attestations by version and id, the id as big-endian bytes so that the storage's order is
         * that of ids. Written by `attest`, cleared by `revoke`.
         */
        Attestations: StorageDescriptor<Anonymize<Ib7h78333bsjn2>, Anonymize<Icvv9lg92f5d1v>, true, never>;
        /**
         * The attestations of each account on each version. Written by `attest` and `revoke`.
         */
        AttestationsBy: StorageDescriptor<Anonymize<I96rqo4i9p11oo>, Anonymize<I1nrrrcs3ifelt>, false, never>;
    };
    Market: {
        /**
         * Offers, by id. Written by `create_offer`, `update_offer`, and purchases and refunds where
         * the supply is limited; cleared by `close_offer`.
         */
        Offers: StorageDescriptor<[Key: bigint], Anonymize<I5i1bdft7ptlb5>, true, never>;
        /**
         * The id that the next offer gets.
         */
        NextOffer: StorageDescriptor<[], bigint, false, never>;
        /**
         * What artifacts sell and sold, by artifact. Written by `create_offer` and `pledge_cap`,
         * cleared when it says nothing any more, or the artifact is removed.
         */
        Sales: StorageDescriptor<[Key: SizedHex<32>], Anonymize<I6n3dq2m53rjah>, true, never>;
        /**
         * The artifacts that there are licenses for, most first: the keys are the complement of the number
         * of licenses as big-endian bytes, so that the storage's order is that, and the artifact. Written
         * with what `Sales` counts, and cleared when it counts none.
         */
        Popularity: StorageDescriptor<Anonymize<I9jea06984vfti>, null, true, never>;
        /**
         * Licenses, by artifact and holder: one read tells whether an account may use an artifact.
         * Written by `buy`, `renew`, `transfer_license` and settlement; cleared by `refund` and
         * `release_license`.
         */
        Licenses: StorageDescriptor<Anonymize<I3sean4dbblfft>, Anonymize<I3lea1kj6dh7c0>, true, never>;
        /**
         * The artifacts that each account has a license for. Written and cleared with `Licenses`.
         */
        LicensesOf: StorageDescriptor<Anonymize<I8uo3fpd3bcc6f>, null, true, never>;
        /**
         * Purchases that are not settled yet, by the last block of their refund window, as big-endian
         * bytes so that the storage's order is that of blocks, and by artifact and holder. Written by
         * `buy` and `renew`, cleared by a refund or settlement, or when the latter fails in `on_idle`.
         */
        Due: StorageDescriptor<Anonymize<Ib988mdpsjckr5>, null, true, never>;
        /**
         * How many offers and licenses name a version, by sequence: what keeps it from being removed.
         * Written and cleared with `Offers` and `Licenses`.
         */
        VersionUses: StorageDescriptor<[Key: bigint], number, false, never>;
    };
    Royalties: {
        /**
         * The income of each version, and its credit, under the latest split that any of it came in under,
         * by sequence.
         * Written by payments and distributions, cleared when it is distributed.
         */
        Vaults: StorageDescriptor<[Key: bigint], Anonymize<I4f7ng4qjrc4tu>, true, never>;
        /**
         * What reached the vault of each version in the latest epochs in which anything did, by sequence,
         * oldest epoch first. Written by payments and distributions, cleared when the version is removed.
         *
         * No deposit is held for it: there is one item for each version, which holds one.
         */
        Incomes: StorageDescriptor<[Key: bigint], Anonymize<Ial90alfmijcmv>, false, never>;
        /**
         * The queue of the cascade: newest version first, then oldest split first.
         *
         * The keys are the complement of the sequence and the number of the split, both as big-endian
         * bytes, so that the storage's order is that of the queue. The value is income, and its credit,
         * that came in under a split that another took the place of while it waited. For the split that
         * the version's vault is under it is nothing: a mark that the vault has at least
         * `MinDistribution`.
         *
         * Written by payments and distributions, cleared when it is distributed.
         */
        Waiting: StorageDescriptor<Anonymize<I587vttnjd5hm4>, Anonymize<I66p3qv97d5jmp>, true, never>;
        /**
         * What the cascade came for last. Nothing before the first of a pass.
         */
        Cursor: StorageDescriptor<[], Anonymize<I6cs1itejju2vv>, true, never>;
        /**
         * How the income of each artifact is divided now. Nothing for one whose income is the owner's,
         * under split 0, and that has neither income nor rewards. Written by `set_split`, transfers,
         * payments, distributions and rewards, cleared when the artifact is removed.
         */
        Splits: StorageDescriptor<[Key: SizedHex<32>], Anonymize<I4tj5ktr1s8na1>, true, never>;
        /**
         * Former splits by which something is still to be divided, by artifact and number. Written by
         * `set_split`, transfers, distributions and rewards, cleared when the last of the income is
         * distributed and the last reward paid or expired.
         */
        PastSplits: StorageDescriptor<Anonymize<I4pact7n2e9a0i>, Anonymize<I52ecpeupab5ea>, true, never>;
        /**
         * What each account can withdraw. Written by distributions and payouts, cleared by `withdraw`.
         */
        Earnings: StorageDescriptor<[Key: SS58String], bigint, false, never>;
        /**
         * What contributors have of the income of versions that extend each other, by the sequence of
         * the first. Written by distributions, payouts and when records are proven or withdrawn, cleared
         * when no record counts any more.
         */
        ContributorIncomes: StorageDescriptor<[Key: bigint], Anonymize<I9clt1jcbu9s9q>, true, never>;
        /**
         * The shares of contributors, by the version that brought their records into the dataset.
         * Written when records are proven or withdrawn, cleared with the last.
         */
        Shares: StorageDescriptor<Anonymize<I96rqo4i9p11oo>, Anonymize<Ia3eqmj0mmrlbi>, true, never>;
    };
    Rewards: {
        /**
         * The running epoch. Written at an epoch's end and when credit comes to rest.
         */
        Running: StorageDescriptor<[], Anonymize<Iac7bfo74pfhbu>, false, never>;
        /**
         * The epochs that ended, had credit and did not expire, by index. Written at an epoch's end and
         * by claims, cleared when it expires.
         */
        Epochs: StorageDescriptor<[Key: number], Anonymize<Idsk0or1oc8bhk>, true, never>;
        /**
         * The fee credit that came to rest at each version, by epoch, version and the split that the
         * income had come in under, which is in the key as big-endian bytes: the oldest comes first.
         * Written when credit comes to rest, cleared by claims and, once the epoch expired, by pruning.
         */
        Points: StorageDescriptor<Anonymize<I68931arbhe26l>, bigint, true, never>;
        /**
         * How many `Points` each version has. Written with them, cleared with the last.
         */
        Open: StorageDescriptor<[Key: bigint], number, false, never>;
        /**
         * The fee credit that is in vaults. As much of the pot is kept for epochs to come. Written by
         * payments and when credit comes to rest.
         */
        CreditInVaults: StorageDescriptor<[], bigint, false, never>;
        /**
         * The rewards of all epochs that can still be claimed. As much of the pot is kept for them.
         * Written at an epoch's end and by claims.
         */
        Owed: StorageDescriptor<[], bigint, false, never>;
        /**
         * What was chosen.
         */
        Parameters: StorageDescriptor<[], Anonymize<I3h8c98fbaba70>, false, never>;
        /**
         * The first epoch that may have `Points`. Written by pruning.
         */
        PruneFrom: StorageDescriptor<[], number, false, never>;
    };
};
type ICalls = {
    System: {
        /**
         * Make some on-chain remark.
         *
         * Can be executed by every `origin`.
         */
        remark: TxDescriptor<Anonymize<I8ofcg5rbj0g2c>>;
        /**
         * Set the number of pages in the WebAssembly environment's heap.
         */
        set_heap_pages: TxDescriptor<Anonymize<I4adgbll7gku4i>>;
        /**
         * Set the new runtime code.
         */
        set_code: TxDescriptor<Anonymize<I6pjjpfvhvcfru>>;
        /**
         * Set the new runtime code without doing any checks of the given `code`.
         *
         * Note that runtime upgrades will not run if this is called with a not-increasing spec
         * version!
         */
        set_code_without_checks: TxDescriptor<Anonymize<I6pjjpfvhvcfru>>;
        /**
         * Set some items of storage.
         */
        set_storage: TxDescriptor<Anonymize<I9pj91mj79qekl>>;
        /**
         * Kill some items from storage.
         */
        kill_storage: TxDescriptor<Anonymize<I39uah9nss64h9>>;
        /**
         * Kill all storage items with a key that starts with the given prefix.
         *
         * **NOTE:** We rely on the Root origin to provide us the number of subkeys under
         * the prefix we are removing to accurately calculate the weight of this function.
         */
        kill_prefix: TxDescriptor<Anonymize<Ik64dknsq7k08>>;
        /**
         * Make some on-chain remark and emit event.
         */
        remark_with_event: TxDescriptor<Anonymize<I8ofcg5rbj0g2c>>;
        /**
         * Authorize an upgrade to a given `code_hash` for the runtime. The runtime can be supplied
         * later.
         *
         * This call requires Root origin.
         */
        authorize_upgrade: TxDescriptor<Anonymize<Ib51vk42m1po4n>>;
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
        authorize_upgrade_without_checks: TxDescriptor<Anonymize<Ib51vk42m1po4n>>;
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
        apply_authorized_upgrade: TxDescriptor<Anonymize<I6pjjpfvhvcfru>>;
    };
    Utility: {
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
        batch_all: TxDescriptor<Anonymize<I8soe01bkbp35r>>;
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
        force_batch: TxDescriptor<Anonymize<I8soe01bkbp35r>>;
    };
    Registry: {
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
        reserve: TxDescriptor<Anonymize<Icr3t2kod9dj5d>>;
        /**
         * Release a reservation and give back its deposit.
         *
         * Must be signed by the account that made it; by anybody once it has expired.
         *
         * - `account`: who made it, and gets the deposit back.
         *
         * Emits `ReservationReleased`.
         */
        release_reservation: TxDescriptor<Anonymize<Iaqa00k30vc431>>;
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
        register: TxDescriptor<Anonymize<I1t37vurs1utqb>>;
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
        publish: TxDescriptor<Anonymize<I46dvc66979cuu>>;
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
        yank: TxDescriptor<Anonymize<Icqfrgn3abq6ja>>;
        /**
         * Let a yanked version be cited and sold again.
         *
         * Must be signed by the artifact's owner.
         *
         * Emits `VersionUnyanked`.
         */
        unyank: TxDescriptor<Anonymize<I2e1ek76m34991>>;
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
        update_card: TxDescriptor<Anonymize<Ifr7e8s46bpdbt>>;
        /**
         * Replace the locations of a version.
         *
         * The version's deposit grows or shrinks with them.
         *
         * Must be signed by the artifact's owner.
         *
         * Emits `LocationsUpdated`.
         */
        update_locations: TxDescriptor<Anonymize<I20atd34gnqpug>>;
        /**
         * Replace the tags of an artifact.
         *
         * The artifact's deposit grows or shrinks with them.
         *
         * Must be signed by the artifact's owner.
         *
         * Emits `TagsUpdated`.
         */
        update_tags: TxDescriptor<Anonymize<I9sf8n0ekdnt0k>>;
        /**
         * Offer an artifact with all its versions to a new owner.
         *
         * Nothing changes until the new owner accepts. An earlier offer is void.
         *
         * Must be signed by the artifact's owner.
         *
         * Emits `TransferProposed`.
         */
        transfer_ownership: TxDescriptor<Anonymize<I3eedi1r6u2p2i>>;
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
        accept_ownership: TxDescriptor<Anonymize<Imcp4f53ipoeu>>;
        /**
         * Take back or decline the offer of an artifact.
         *
         * Must be signed by the artifact's owner or by the account that it was offered to.
         *
         * Emits `TransferCancelled`.
         */
        cancel_transfer: TxDescriptor<Anonymize<Imcp4f53ipoeu>>;
        /**
         * Retire an artifact: nothing more of it can be published, cited or sold, for ever.
         *
         * Must be signed by the artifact's owner.
         *
         * Emits `ArtifactRetired`.
         */
        retire: TxDescriptor<Anonymize<Imcp4f53ipoeu>>;
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
        remove_version: TxDescriptor<Anonymize<I2e1ek76m34991>>;
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
        remove_artifact: TxDescriptor<Anonymize<Imcp4f53ipoeu>>;
    };
    Provenance: {
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
        commit_records: TxDescriptor<Anonymize<Id8k5vqn9hgn1n>>;
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
        extend_records: TxDescriptor<Anonymize<Icshio1k2h93qu>>;
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
        prove_record: TxDescriptor<Anonymize<Idcifp88l56fv0>>;
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
        withdraw_consent: TxDescriptor<Anonymize<Iet0pq4nv5rkru>>;
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
        attest: TxDescriptor<Anonymize<If2rdjflrt2gv7>>;
        /**
         * Take back an attestation, and get its deposit.
         *
         * Must be signed by the account that made it. Works after the version was removed, too.
         *
         * - `attestation`: its id.
         *
         * Emits `AttestationRevoked`.
         */
        revoke: TxDescriptor<Anonymize<I9r46i2kq76kat>>;
        /**
         * Give back the deposit of a removed version's commitment.
         *
         * Where versions extend each other, the newest goes first: it rests on the others.
         *
         * Can be signed by anybody.
         *
         * Emits `CommitmentReleased`.
         */
        release_commitment: TxDescriptor<Anonymize<I9fsv3ik7dl0li>>;
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
        release_record: TxDescriptor<Anonymize<Iet0pq4nv5rkru>>;
    };
    Market: {
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
        create_offer: TxDescriptor<Anonymize<Iert7o2q8hlt37>>;
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
        update_offer: TxDescriptor<Anonymize<Ielmhlghkj29h>>;
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
        close_offer: TxDescriptor<Anonymize<I3aummir9bfm5>>;
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
        buy: TxDescriptor<Anonymize<Id9b79c53sf5e5>>;
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
        renew: TxDescriptor<Anonymize<Id9b79c53sf5e5>>;
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
        refund: TxDescriptor<Anonymize<Imcp4f53ipoeu>>;
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
        waive_refund: TxDescriptor<Anonymize<Imcp4f53ipoeu>>;
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
        settle: TxDescriptor<Anonymize<Iaqp1u9n9rqc6m>>;
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
        transfer_license: TxDescriptor<Anonymize<Ib2kjf7og3gl65>>;
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
        release_license: TxDescriptor<Anonymize<Iaqp1u9n9rqc6m>>;
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
        pledge_cap: TxDescriptor<Anonymize<I54ug7glj9teh6>>;
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
        lower_cap: TxDescriptor<Anonymize<I54ug7glj9teh6>>;
    };
    Royalties: {
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
        set_split: TxDescriptor<Anonymize<I6omdp0p14b6a1>>;
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
        distribute: TxDescriptor<Anonymize<I9fsv3ik7dl0li>>;
        /**
         * Pay an account all of its earnings.
         *
         * Can be signed by anybody; it goes to `account` in any case.
         *
         * Emits `Withdrawn`.
         */
        withdraw: TxDescriptor<Anonymize<Icbccs0ug47ilf>>;
        /**
         * Add to a contributor's earnings what their records are due.
         *
         * Can be signed by anybody; it goes to `contributor` in any case.
         *
         * - `version`: the one that brought the records into the dataset.
         *
         * Emits `ShareCollected`.
         */
        collect_share: TxDescriptor<Anonymize<Iefut6funek8oj>>;
    };
    Rewards: {
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
        claim: TxDescriptor<Anonymize<Iumgb95qq74d3>>;
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
        set_parameters: TxDescriptor<Anonymize<Ick1dnolbtfvmu>>;
    };
};
type IEvent = {
    System: {
        /**
         * An extrinsic completed successfully.
         */
        ExtrinsicSuccess: PlainDescriptor<Anonymize<Ia82mnkmeo2rhc>>;
        /**
         * An extrinsic failed.
         */
        ExtrinsicFailed: PlainDescriptor<Anonymize<I1vn9f8prs5vh0>>;
        /**
         * `:code` was updated to the code with the given hash.
         */
        CodeUpdated: PlainDescriptor<Anonymize<I1jm8m1rh9e20v>>;
        /**
         * A new account was created.
         */
        NewAccount: PlainDescriptor<Anonymize<Icbccs0ug47ilf>>;
        /**
         * An account was reaped.
         */
        KilledAccount: PlainDescriptor<Anonymize<Icbccs0ug47ilf>>;
        /**
         * On on-chain remark happened.
         */
        Remarked: PlainDescriptor<Anonymize<I855j4i3kr8ko1>>;
        /**
         * An upgrade was authorized.
         */
        UpgradeAuthorized: PlainDescriptor<Anonymize<Ibgl04rn6nbfm6>>;
        /**
         * An invalid authorized upgrade was rejected while trying to apply it.
         */
        RejectedInvalidAuthorizedUpgrade: PlainDescriptor<Anonymize<Ibj6oha2h6obub>>;
    };
    Registry: {
        /**
         * A digest was reserved.
         */
        Reserved: PlainDescriptor<Anonymize<I99lcsaih4vrvt>>;
        /**
         * A reservation was given up or had expired, and is gone.
         */
        ReservationReleased: PlainDescriptor<Anonymize<I55o3u7f2v085q>>;
        /**
         * A reservation was revealed by a publication, and is gone.
         */
        ReservationRevealed: PlainDescriptor<Anonymize<Idcei34kkv8k8g>>;
        /**
         * An artifact was registered.
         */
        ArtifactRegistered: PlainDescriptor<Anonymize<Idirsuvmbpp9k8>>;
        /**
         * A version was published.
         */
        VersionPublished: PlainDescriptor<Anonymize<I5c601lu3udc3d>>;
        /**
         * The digest of a version went to another one that had been reserved earlier.
         */
        VersionSuperseded: PlainDescriptor<Anonymize<Iepe6avdllou1r>>;
        /**
         * The digest of a removed version went to one that had been reserved earlier.
         */
        DigestReclaimed: PlainDescriptor<Anonymize<Idiii6lkeoma03>>;
        /**
         * A version was yanked: its owner advises against it.
         */
        VersionYanked: PlainDescriptor<Anonymize<Ie5hqdi789g8p>>;
        /**
         * A version can be cited and sold again.
         */
        VersionUnyanked: PlainDescriptor<Anonymize<Ilpmu1gi2kqek>>;
        /**
         * The card of a version was replaced.
         */
        CardUpdated: PlainDescriptor<Anonymize<Iflp3nigv0rmve>>;
        /**
         * The locations of a version were replaced.
         */
        LocationsUpdated: PlainDescriptor<Anonymize<Ie0u0ocgbo8r5f>>;
        /**
         * The tags of an artifact were replaced.
         */
        TagsUpdated: PlainDescriptor<Anonymize<I5o1tde49bq7f0>>;
        /**
         * An artifact was offered to a new owner.
         */
        TransferProposed: PlainDescriptor<Anonymize<Iivfcerk9f94o>>;
        /**
         * A proposed transfer was taken back or declined.
         */
        TransferCancelled: PlainDescriptor<Anonymize<Iivfcerk9f94o>>;
        /**
         * An artifact has a new owner.
         */
        OwnershipTransferred: PlainDescriptor<Anonymize<Ie0oofe0pphhhr>>;
        /**
         * An artifact was retired: nothing more of it can be published, cited or sold.
         */
        ArtifactRetired: PlainDescriptor<Anonymize<Imcp4f53ipoeu>>;
        /**
         * A version was removed.
         */
        VersionRemoved: PlainDescriptor<Anonymize<I82t07uekcinrt>>;
        /**
         * An artifact was removed.
         */
        ArtifactRemoved: PlainDescriptor<Anonymize<Iak7d4kouju3t5>>;
    };
    Provenance: {
        /**
         * A version committed to its records.
         */
        RecordsCommitted: PlainDescriptor<Anonymize<Icg7b84dfbs2e9>>;
        /**
         * A version was shown to append to another.
         */
        RecordsExtended: PlainDescriptor<Anonymize<I8tr7trg2tjsr2>>;
        /**
         * A contributor proved that a record of theirs is in a version.
         */
        RecordProven: PlainDescriptor<Anonymize<I97t8kics2vq0s>>;
        /**
         * A contributor does not agree any more that a record of theirs is used: neither in this
         * version nor in any other that has it.
         */
        ConsentWithdrawn: PlainDescriptor<Anonymize<I83bo2ml6rojgt>>;
        /**
         * Somebody attested to a version.
         */
        Attested: PlainDescriptor<Anonymize<If1834g4vvmarv>>;
        /**
         * An attestation was taken back, and is gone.
         */
        AttestationRevoked: PlainDescriptor<Anonymize<I2ffq3io0ttr61>>;
        /**
         * The commitment of a removed version is gone.
         */
        CommitmentReleased: PlainDescriptor<Anonymize<If3hoassn8l211>>;
        /**
         * A proven record of a removed version is gone.
         */
        RecordReleased: PlainDescriptor<Anonymize<Icgqj3gprn2s3u>>;
    };
    Market: {
        /**
         * Licenses for an artifact can be bought.
         */
        OfferCreated: PlainDescriptor<Anonymize<Ib5c3pbg52pk95>>;
        /**
         * An offer says something else now.
         */
        OfferUpdated: PlainDescriptor<Anonymize<I5r527mgs7h028>>;
        /**
         * An offer is gone. Licenses bought under it stay.
         */
        OfferClosed: PlainDescriptor<Anonymize<Ie428lrlqfupls>>;
        /**
         * Somebody has a license.
         */
        LicenseBought: PlainDescriptor<Anonymize<I70r9ve5cgl578>>;
        /**
         * A license lasts longer.
         */
        LicenseRenewed: PlainDescriptor<Anonymize<I4dehqpvsnghui>>;
        /**
         * A buyer has the price back. The license ended, or is as it was before it was renewed.
         */
        PurchaseRefunded: PlainDescriptor<Anonymize<I6lj89pk4d5n61>>;
        /**
         * A purchase is final and paid.
         */
        PurchaseSettled: PlainDescriptor<Anonymize<I1i0dfs5gilaej>>;
        /**
         * A purchase is final, and the buyer has the price back: licenses became free meanwhile.
         */
        PurchaseReleased: PlainDescriptor<Anonymize<I8sslreuk3stel>>;
        /**
         * A purchase that is due could not be settled by itself. Call `settle`.
         */
        SettlementFailed: PlainDescriptor<Anonymize<I2f6qke7tb87ap>>;
        /**
         * A license belongs to somebody else.
         */
        LicenseTransferred: PlainDescriptor<Anonymize<I2bkc4et5v1fqt>>;
        /**
         * A license is gone.
         */
        LicenseReleased: PlainDescriptor<Anonymize<I5sammt81q376>>;
        /**
         * A publisher pledged that an artifact brings no more than this.
         */
        CapPledged: PlainDescriptor<Anonymize<Ib7k9gj0g021h9>>;
        /**
         * A publisher pledged that an artifact brings even less.
         */
        CapLowered: PlainDescriptor<Anonymize<Ib7k9gj0g021h9>>;
        /**
         * An artifact brought what it may. Every license for it is free from now on.
         */
        CapReached: PlainDescriptor<Anonymize<Ic80nv62hmh73j>>;
        /**
         * What an artifact sells is kept from now on.
         */
        SalesOpened: PlainDescriptor<Anonymize<Ia7u2qtmdkia1f>>;
        /**
         * What an artifact sold needs not be kept any more.
         */
        SalesClosed: PlainDescriptor<Anonymize<Ia7u2qtmdkia1f>>;
    };
    Royalties: {
        /**
         * A version was paid for.
         */
        IncomeReceived: PlainDescriptor<Anonymize<Ijraclrtnj4hv>>;
        /**
         * Income of a version was divided.
         */
        Distributed: PlainDescriptor<Anonymize<Ifpqeopq7vopip>>;
        /**
         * A version was due something besides income, a reward, and it was divided.
         */
        PayoutDivided: PlainDescriptor<Anonymize<I4evds8e222vj>>;
        /**
         * A source had its royalty.
         */
        RoyaltyPaid: PlainDescriptor<Anonymize<I3u4pqus43laso>>;
        /**
         * An account can withdraw more.
         */
        Earned: PlainDescriptor<Anonymize<I2o9vh28gvjmt9>>;
        /**
         * Contributors can collect more.
         */
        ContributorsPaid: PlainDescriptor<Anonymize<I4h8ls0igemr7p>>;
        /**
         * The income of an artifact is divided in another way from now on.
         */
        SplitSet: PlainDescriptor<Anonymize<I8lek75eshr08t>>;
        /**
         * A split is not in force any more, and kept for the income that came in under it and the
         * rewards for such income.
         */
        SplitKept: PlainDescriptor<Anonymize<Ibvjbbu73ju74g>>;
        /**
         * A split is gone: it is not in force any more, and nothing is left to be divided by it.
         */
        SplitRetired: PlainDescriptor<Anonymize<I4tspss1en7avu>>;
        /**
         * A contributor has a share of a dataset's income from now on.
         */
        ShareOpened: PlainDescriptor<Anonymize<Iero5nokvke453>>;
        /**
         * What was due to a contributor can be withdrawn.
         */
        ShareCollected: PlainDescriptor<Anonymize<I8mbobhr9ivd4d>>;
        /**
         * None of a contributor's records that the version brought counts any more.
         */
        ShareClosed: PlainDescriptor<Anonymize<Iero5nokvke453>>;
        /**
         * Earnings were paid out.
         */
        Withdrawn: PlainDescriptor<Anonymize<Ic262ibdoec56a>>;
    };
    Rewards: {
        /**
         * An epoch ended, and its rewards can be claimed.
         */
        EpochEnded: PlainDescriptor<Anonymize<I5f0a90u865fe6>>;
        /**
         * An epoch ended in which no credit came to rest. All that there is goes on to the next.
         */
        EpochRolledOver: PlainDescriptor<Anonymize<Ia30hs2teqfoer>>;
        /**
         * The rewards of an epoch cannot be claimed any more.
         */
        EpochExpired: PlainDescriptor<Anonymize<Idasi83b2hi6kd>>;
        /**
         * Fee credit came to rest at a version.
         */
        CreditBooked: PlainDescriptor<Anonymize<Ibpplvl91iral8>>;
        /**
         * A version's reward was paid.
         */
        RewardClaimed: PlainDescriptor<Anonymize<I337lcir0ff2jc>>;
        /**
         * A version's reward was not claimed in time, and is forgotten.
         */
        RewardExpired: PlainDescriptor<Anonymize<Ibpplvl91iral8>>;
        /**
         * Other parameters hold from now on.
         */
        ParametersSet: PlainDescriptor<Anonymize<Ick1dnolbtfvmu>>;
        /**
         * A part of the commons pool goes to those who have votes.
         */
        CommonsAllotted: PlainDescriptor<Anonymize<I4rpu2mbhskfmq>>;
    };
};
type IError = {
    System: {
        /**
         * The name of specification does not match between the current runtime
         * and the new runtime.
         */
        InvalidSpecName: PlainDescriptor<undefined>;
        /**
         * The specification version is not allowed to decrease between the current runtime
         * and the new runtime.
         */
        SpecVersionNeedsToIncrease: PlainDescriptor<undefined>;
        /**
         * Failed to extract the runtime version from the new runtime.
         *
         * Either calling `Core_version` or decoding `RuntimeVersion` failed.
         */
        FailedToExtractRuntimeVersion: PlainDescriptor<undefined>;
        /**
         * Suicide called when the account has non-default composite data.
         */
        NonDefaultComposite: PlainDescriptor<undefined>;
        /**
         * There is a non-zero reference count preventing the account from being purged.
         */
        NonZeroRefCount: PlainDescriptor<undefined>;
        /**
         * The origin filter prevent the call to be dispatched.
         */
        CallFiltered: PlainDescriptor<undefined>;
        /**
         * A multi-block migration is ongoing and prevents the current code from being replaced.
         */
        MultiBlockMigrationsOngoing: PlainDescriptor<undefined>;
        /**
         * No upgrade authorized.
         */
        NothingAuthorized: PlainDescriptor<undefined>;
        /**
         * The submitted code is not authorized.
         */
        Unauthorized: PlainDescriptor<undefined>;
    };
    Babe: {
        /**
         * An equivocation proof provided as part of an equivocation report is invalid.
         */
        InvalidEquivocationProof: PlainDescriptor<undefined>;
        /**
         * A key ownership proof provided as part of an equivocation report is invalid.
         */
        InvalidKeyOwnershipProof: PlainDescriptor<undefined>;
        /**
         * A given equivocation report is valid but already previously reported.
         */
        DuplicateOffenceReport: PlainDescriptor<undefined>;
        /**
         * Submitted configuration is invalid.
         */
        InvalidConfiguration: PlainDescriptor<undefined>;
    };
    Utility: {
        /**
         * Too many calls batched.
         */
        TooManyCalls: PlainDescriptor<undefined>;
    };
    Multisig: {
        /**
         * Threshold must be 2 or greater.
         */
        MinimumThreshold: PlainDescriptor<undefined>;
        /**
         * Call is already approved by this signatory.
         */
        AlreadyApproved: PlainDescriptor<undefined>;
        /**
         * Call doesn't need any (more) approvals.
         */
        NoApprovalsNeeded: PlainDescriptor<undefined>;
        /**
         * There are too few signatories in the list.
         */
        TooFewSignatories: PlainDescriptor<undefined>;
        /**
         * There are too many signatories in the list.
         */
        TooManySignatories: PlainDescriptor<undefined>;
        /**
         * The signatories were provided out of order; they should be ordered.
         */
        SignatoriesOutOfOrder: PlainDescriptor<undefined>;
        /**
         * The sender was contained in the other signatories; it shouldn't be.
         */
        SenderInSignatories: PlainDescriptor<undefined>;
        /**
         * Multisig operation not found in storage.
         */
        NotFound: PlainDescriptor<undefined>;
        /**
         * Only the account that originally created the multisig is able to cancel it or update
         * its deposits.
         */
        NotOwner: PlainDescriptor<undefined>;
        /**
         * No timepoint was given, yet the multisig operation is already underway.
         */
        NoTimepoint: PlainDescriptor<undefined>;
        /**
         * A different timepoint was given to the multisig operation that is underway.
         */
        WrongTimepoint: PlainDescriptor<undefined>;
        /**
         * A timepoint was given, yet no multisig operation is underway.
         */
        UnexpectedTimepoint: PlainDescriptor<undefined>;
        /**
         * The maximum weight information provided was too low.
         */
        MaxWeightTooLow: PlainDescriptor<undefined>;
        /**
         * The data to be stored is already stored.
         */
        AlreadyStored: PlainDescriptor<undefined>;
    };
    Proxy: {
        /**
         * There are too many proxies registered or too many announcements pending.
         */
        TooMany: PlainDescriptor<undefined>;
        /**
         * Proxy registration not found.
         */
        NotFound: PlainDescriptor<undefined>;
        /**
         * Sender is not a proxy of the account to be proxied.
         */
        NotProxy: PlainDescriptor<undefined>;
        /**
         * A call which is incompatible with the proxy type's filter was attempted.
         */
        Unproxyable: PlainDescriptor<undefined>;
        /**
         * Account is already a proxy.
         */
        Duplicate: PlainDescriptor<undefined>;
        /**
         * Call may not be made by proxy because it may escalate its privileges.
         */
        NoPermission: PlainDescriptor<undefined>;
        /**
         * Announcement, if made at all, was made too recently.
         */
        Unannounced: PlainDescriptor<undefined>;
        /**
         * Cannot add self as proxy.
         */
        NoSelfProxy: PlainDescriptor<undefined>;
    };
    Preimage: {
        /**
         * Preimage is too large to store on-chain.
         */
        TooBig: PlainDescriptor<undefined>;
        /**
         * Preimage has already been noted on-chain.
         */
        AlreadyNoted: PlainDescriptor<undefined>;
        /**
         * The user is not authorized to perform this action.
         */
        NotAuthorized: PlainDescriptor<undefined>;
        /**
         * The preimage cannot be removed since it has not yet been noted.
         */
        NotNoted: PlainDescriptor<undefined>;
        /**
         * A preimage may not be removed when there are outstanding requests.
         */
        Requested: PlainDescriptor<undefined>;
        /**
         * The preimage request cannot be removed since no outstanding requests exist.
         */
        NotRequested: PlainDescriptor<undefined>;
        /**
         * More than `MAX_HASH_UPGRADE_BULK_COUNT` hashes were requested to be upgraded at once.
         */
        TooMany: PlainDescriptor<undefined>;
        /**
         * Too few hashes were requested to be upgraded (i.e. zero).
         */
        TooFew: PlainDescriptor<undefined>;
    };
    Scheduler: {
        /**
         * Failed to schedule a call
         */
        FailedToSchedule: PlainDescriptor<undefined>;
        /**
         * Cannot find the scheduled call.
         */
        NotFound: PlainDescriptor<undefined>;
        /**
         * Given target block number is in the past.
         */
        TargetBlockNumberInPast: PlainDescriptor<undefined>;
        /**
         * Reschedule failed because it does not change scheduled time.
         */
        RescheduleNoChange: PlainDescriptor<undefined>;
        /**
         * Attempt to use a non-named function on a named task.
         */
        Named: PlainDescriptor<undefined>;
    };
    MultiBlockMigrations: {
        /**
         * The operation cannot complete since some MBMs are ongoing.
         */
        Ongoing: PlainDescriptor<undefined>;
    };
    SafeMode: {
        /**
         * The safe-mode is (already or still) entered.
         */
        Entered: PlainDescriptor<undefined>;
        /**
         * The safe-mode is (already or still) exited.
         */
        Exited: PlainDescriptor<undefined>;
        /**
         * This functionality of the pallet is disabled by the configuration.
         */
        NotConfigured: PlainDescriptor<undefined>;
        /**
         * There is no balance reserved.
         */
        NoDeposit: PlainDescriptor<undefined>;
        /**
         * The account already has a deposit reserved and can therefore not enter or extend again.
         */
        AlreadyDeposited: PlainDescriptor<undefined>;
        /**
         * This deposit cannot be released yet.
         */
        CannotReleaseYet: PlainDescriptor<undefined>;
        /**
         * An error from the underlying `Currency`.
         */
        CurrencyError: PlainDescriptor<undefined>;
    };
    TxPause: {
        /**
         * The call is paused.
         */
        IsPaused: PlainDescriptor<undefined>;
        /**
         * The call is unpaused.
         */
        IsUnpaused: PlainDescriptor<undefined>;
        /**
         * The call is whitelisted and cannot be paused.
         */
        Unpausable: PlainDescriptor<undefined>;
        /**
        
         */
        NotFound: PlainDescriptor<undefined>;
    };
    Sudo: {
        /**
         * Sender must be the Sudo account.
         */
        RequireSudo: PlainDescriptor<undefined>;
    };
    Balances: {
        /**
         * Vesting balance too high to send value.
         */
        VestingBalance: PlainDescriptor<undefined>;
        /**
         * Account liquidity restrictions prevent withdrawal.
         */
        LiquidityRestrictions: PlainDescriptor<undefined>;
        /**
         * Balance too low to send value.
         */
        InsufficientBalance: PlainDescriptor<undefined>;
        /**
         * Value too low to create account due to existential deposit.
         */
        ExistentialDeposit: PlainDescriptor<undefined>;
        /**
         * Transfer/payment would kill account.
         */
        Expendability: PlainDescriptor<undefined>;
        /**
         * A vesting schedule already exists for this account.
         */
        ExistingVestingSchedule: PlainDescriptor<undefined>;
        /**
         * Beneficiary account must pre-exist.
         */
        DeadAccount: PlainDescriptor<undefined>;
        /**
         * Number of named reserves exceed `MaxReserves`.
         */
        TooManyReserves: PlainDescriptor<undefined>;
        /**
         * Number of holds exceed `VariantCountOf<T::RuntimeHoldReason>`.
         */
        TooManyHolds: PlainDescriptor<undefined>;
        /**
         * Number of freezes exceed `MaxFreezes`.
         */
        TooManyFreezes: PlainDescriptor<undefined>;
        /**
         * The issuance cannot be modified since it is already deactivated.
         */
        IssuanceDeactivated: PlainDescriptor<undefined>;
        /**
         * The delta cannot be zero.
         */
        DeltaZero: PlainDescriptor<undefined>;
    };
    Treasury: {
        /**
         * No proposal, bounty or spend at that index.
         */
        InvalidIndex: PlainDescriptor<undefined>;
        /**
         * Too many approvals in the queue.
         */
        TooManyApprovals: PlainDescriptor<undefined>;
        /**
         * The spend origin is valid but the amount it is allowed to spend is lower than the
         * amount to be spent.
         */
        InsufficientPermission: PlainDescriptor<undefined>;
        /**
         * Proposal has not been approved.
         */
        ProposalNotApproved: PlainDescriptor<undefined>;
        /**
         * The balance of the asset kind is not convertible to the balance of the native asset.
         */
        FailedToConvertBalance: PlainDescriptor<undefined>;
        /**
         * The spend has expired and cannot be claimed.
         */
        SpendExpired: PlainDescriptor<undefined>;
        /**
         * The spend is not yet eligible for payout.
         */
        EarlyPayout: PlainDescriptor<undefined>;
        /**
         * The payment has already been attempted.
         */
        AlreadyAttempted: PlainDescriptor<undefined>;
        /**
         * There was some issue with the mechanism of payment.
         */
        PayoutError: PlainDescriptor<undefined>;
        /**
         * The payout was not yet attempted/claimed.
         */
        NotAttempted: PlainDescriptor<undefined>;
        /**
         * The payment has neither failed nor succeeded yet.
         */
        Inconclusive: PlainDescriptor<undefined>;
    };
    Staking: {
        /**
         * Not a controller account.
         */
        NotController: PlainDescriptor<undefined>;
        /**
         * Not a stash account.
         */
        NotStash: PlainDescriptor<undefined>;
        /**
         * Stash is already bonded.
         */
        AlreadyBonded: PlainDescriptor<undefined>;
        /**
         * Controller is already paired.
         */
        AlreadyPaired: PlainDescriptor<undefined>;
        /**
         * Targets cannot be empty.
         */
        EmptyTargets: PlainDescriptor<undefined>;
        /**
         * Duplicate index.
         */
        DuplicateIndex: PlainDescriptor<undefined>;
        /**
         * Slash record index out of bounds.
         */
        InvalidSlashIndex: PlainDescriptor<undefined>;
        /**
         * Cannot have a validator or nominator role, with value less than the minimum defined by
         * governance (see `MinValidatorBond` and `MinNominatorBond`). If unbonding is the
         * intention, `chill` first to remove one's role as validator/nominator.
         */
        InsufficientBond: PlainDescriptor<undefined>;
        /**
         * Can not schedule more unlock chunks.
         */
        NoMoreChunks: PlainDescriptor<undefined>;
        /**
         * Can not rebond without unlocking chunks.
         */
        NoUnlockChunk: PlainDescriptor<undefined>;
        /**
         * Attempting to target a stash that still has funds.
         */
        FundedTarget: PlainDescriptor<undefined>;
        /**
         * Invalid era to reward.
         */
        InvalidEraToReward: PlainDescriptor<undefined>;
        /**
         * Invalid number of nominations.
         */
        InvalidNumberOfNominations: PlainDescriptor<undefined>;
        /**
         * Items are not sorted and unique.
         */
        NotSortedAndUnique: PlainDescriptor<undefined>;
        /**
         * Rewards for this era have already been claimed for this validator.
         */
        AlreadyClaimed: PlainDescriptor<undefined>;
        /**
         * No nominators exist on this page.
         */
        InvalidPage: PlainDescriptor<undefined>;
        /**
         * Incorrect previous history depth input provided.
         */
        IncorrectHistoryDepth: PlainDescriptor<undefined>;
        /**
         * Incorrect number of slashing spans provided.
         */
        IncorrectSlashingSpans: PlainDescriptor<undefined>;
        /**
         * Internal state has become somehow corrupted and the operation cannot continue.
         */
        BadState: PlainDescriptor<undefined>;
        /**
         * Too many nomination targets supplied.
         */
        TooManyTargets: PlainDescriptor<undefined>;
        /**
         * A nomination target was supplied that was blocked or otherwise not a validator.
         */
        BadTarget: PlainDescriptor<undefined>;
        /**
         * The user has enough bond and thus cannot be chilled forcefully by an external person.
         */
        CannotChillOther: PlainDescriptor<undefined>;
        /**
         * There are too many nominators in the system. Governance needs to adjust the staking
         * settings to keep things safe for the runtime.
         */
        TooManyNominators: PlainDescriptor<undefined>;
        /**
         * There are too many validator candidates in the system. Governance needs to adjust the
         * staking settings to keep things safe for the runtime.
         */
        TooManyValidators: PlainDescriptor<undefined>;
        /**
         * Commission is too low. Must be at least `MinCommission`.
         */
        CommissionTooLow: PlainDescriptor<undefined>;
        /**
         * Some bound is not met.
         */
        BoundNotMet: PlainDescriptor<undefined>;
        /**
         * Used when attempting to use deprecated controller account logic.
         */
        ControllerDeprecated: PlainDescriptor<undefined>;
        /**
         * Cannot reset a ledger.
         */
        CannotRestoreLedger: PlainDescriptor<undefined>;
        /**
         * Provided reward destination is not allowed.
         */
        RewardDestinationRestricted: PlainDescriptor<undefined>;
        /**
         * Not enough funds available to withdraw.
         */
        NotEnoughFunds: PlainDescriptor<undefined>;
        /**
         * Operation not allowed for virtual stakers.
         */
        VirtualStakerNotAllowed: PlainDescriptor<undefined>;
        /**
         * Stash could not be reaped as other pallet might depend on it.
         */
        CannotReapStash: PlainDescriptor<undefined>;
        /**
         * The stake of this account is already migrated to `Fungible` holds.
         */
        AlreadyMigrated: PlainDescriptor<undefined>;
        /**
         * Account is restricted from participation in staking. This may happen if the account is
         * staking in another way already, such as via pool.
         */
        Restricted: PlainDescriptor<undefined>;
    };
    Session: {
        /**
         * Invalid ownership proof.
         */
        InvalidProof: PlainDescriptor<undefined>;
        /**
         * No associated validator ID for account.
         */
        NoAssociatedValidatorId: PlainDescriptor<undefined>;
        /**
         * Registered duplicate key.
         */
        DuplicatedKey: PlainDescriptor<undefined>;
        /**
         * No keys are associated with this account.
         */
        NoKeys: PlainDescriptor<undefined>;
        /**
         * Key setting account is not live, so it's impossible to associate keys.
         */
        NoAccount: PlainDescriptor<undefined>;
    };
    Grandpa: {
        /**
         * Attempt to signal GRANDPA pause when the authority set isn't live
         * (either paused or already pending pause).
         */
        PauseFailed: PlainDescriptor<undefined>;
        /**
         * Attempt to signal GRANDPA resume when the authority set isn't paused
         * (either live or already pending resume).
         */
        ResumeFailed: PlainDescriptor<undefined>;
        /**
         * Attempt to signal GRANDPA change with one already pending.
         */
        ChangePending: PlainDescriptor<undefined>;
        /**
         * Cannot signal forced change so soon after last.
         */
        TooSoon: PlainDescriptor<undefined>;
        /**
         * A key ownership proof provided as part of an equivocation report is invalid.
         */
        InvalidKeyOwnershipProof: PlainDescriptor<undefined>;
        /**
         * An equivocation proof provided as part of an equivocation report is invalid.
         */
        InvalidEquivocationProof: PlainDescriptor<undefined>;
        /**
         * A given equivocation report is valid but already previously reported.
         */
        DuplicateOffenceReport: PlainDescriptor<undefined>;
    };
    Identity: {
        /**
         * Too many subs-accounts.
         */
        TooManySubAccounts: PlainDescriptor<undefined>;
        /**
         * Account isn't found.
         */
        NotFound: PlainDescriptor<undefined>;
        /**
         * Account isn't named.
         */
        NotNamed: PlainDescriptor<undefined>;
        /**
         * Empty index.
         */
        EmptyIndex: PlainDescriptor<undefined>;
        /**
         * Fee is changed.
         */
        FeeChanged: PlainDescriptor<undefined>;
        /**
         * No identity found.
         */
        NoIdentity: PlainDescriptor<undefined>;
        /**
         * Sticky judgement.
         */
        StickyJudgement: PlainDescriptor<undefined>;
        /**
         * Judgement given.
         */
        JudgementGiven: PlainDescriptor<undefined>;
        /**
         * Invalid judgement.
         */
        InvalidJudgement: PlainDescriptor<undefined>;
        /**
         * The index is invalid.
         */
        InvalidIndex: PlainDescriptor<undefined>;
        /**
         * The target is invalid.
         */
        InvalidTarget: PlainDescriptor<undefined>;
        /**
         * Maximum amount of registrars reached. Cannot add any more.
         */
        TooManyRegistrars: PlainDescriptor<undefined>;
        /**
         * Account ID is already named.
         */
        AlreadyClaimed: PlainDescriptor<undefined>;
        /**
         * Sender is not a sub-account.
         */
        NotSub: PlainDescriptor<undefined>;
        /**
         * Sub-account isn't owned by sender.
         */
        NotOwned: PlainDescriptor<undefined>;
        /**
         * The provided judgement was for a different identity.
         */
        JudgementForDifferentIdentity: PlainDescriptor<undefined>;
        /**
         * Error that occurs when there is an issue paying for judgement.
         */
        JudgementPaymentFailed: PlainDescriptor<undefined>;
        /**
         * The provided suffix is too long.
         */
        InvalidSuffix: PlainDescriptor<undefined>;
        /**
         * The sender does not have permission to issue a username.
         */
        NotUsernameAuthority: PlainDescriptor<undefined>;
        /**
         * The authority cannot allocate any more usernames.
         */
        NoAllocation: PlainDescriptor<undefined>;
        /**
         * The signature on a username was not valid.
         */
        InvalidSignature: PlainDescriptor<undefined>;
        /**
         * Setting this username requires a signature, but none was provided.
         */
        RequiresSignature: PlainDescriptor<undefined>;
        /**
         * The username does not meet the requirements.
         */
        InvalidUsername: PlainDescriptor<undefined>;
        /**
         * The username is already taken.
         */
        UsernameTaken: PlainDescriptor<undefined>;
        /**
         * The requested username does not exist.
         */
        NoUsername: PlainDescriptor<undefined>;
        /**
         * The username cannot be forcefully removed because it can still be accepted.
         */
        NotExpired: PlainDescriptor<undefined>;
        /**
         * The username cannot be removed because it's still in the grace period.
         */
        TooEarly: PlainDescriptor<undefined>;
        /**
         * The username cannot be removed because it is not unbinding.
         */
        NotUnbinding: PlainDescriptor<undefined>;
        /**
         * The username cannot be unbound because it is already unbinding.
         */
        AlreadyUnbinding: PlainDescriptor<undefined>;
        /**
         * The action cannot be performed because of insufficient privileges (e.g. authority
         * trying to unbind a username provided by the system).
         */
        InsufficientPrivileges: PlainDescriptor<undefined>;
    };
    ConvictionVoting: {
        /**
         * Poll is not ongoing.
         */
        NotOngoing: PlainDescriptor<undefined>;
        /**
         * The given account did not vote on the poll.
         */
        NotVoter: PlainDescriptor<undefined>;
        /**
         * The actor has no permission to conduct the action.
         */
        NoPermission: PlainDescriptor<undefined>;
        /**
         * The actor has no permission to conduct the action right now but will do in the future.
         */
        NoPermissionYet: PlainDescriptor<undefined>;
        /**
         * The account is already delegating.
         */
        AlreadyDelegating: PlainDescriptor<undefined>;
        /**
         * The account currently has votes attached to it and the operation cannot succeed until
         * these are removed through `remove_vote`.
         */
        AlreadyVoting: PlainDescriptor<undefined>;
        /**
         * Too high a balance was provided that the account cannot afford.
         */
        InsufficientFunds: PlainDescriptor<undefined>;
        /**
         * The account is not currently delegating.
         */
        NotDelegating: PlainDescriptor<undefined>;
        /**
         * Delegation to oneself makes no sense.
         */
        Nonsense: PlainDescriptor<undefined>;
        /**
         * Maximum number of votes reached.
         */
        MaxVotesReached: PlainDescriptor<undefined>;
        /**
         * The class must be supplied since it is not easily determinable from the state.
         */
        ClassNeeded: PlainDescriptor<undefined>;
        /**
         * The class ID supplied is invalid.
         */
        BadClass: PlainDescriptor<undefined>;
    };
    Referenda: {
        /**
         * Referendum is not ongoing.
         */
        NotOngoing: PlainDescriptor<undefined>;
        /**
         * Referendum's decision deposit is already paid.
         */
        HasDeposit: PlainDescriptor<undefined>;
        /**
         * The track identifier given was invalid.
         */
        BadTrack: PlainDescriptor<undefined>;
        /**
         * There are already a full complement of referenda in progress for this track.
         */
        Full: PlainDescriptor<undefined>;
        /**
         * The queue of the track is empty.
         */
        QueueEmpty: PlainDescriptor<undefined>;
        /**
         * The referendum index provided is invalid in this context.
         */
        BadReferendum: PlainDescriptor<undefined>;
        /**
         * There was nothing to do in the advancement.
         */
        NothingToDo: PlainDescriptor<undefined>;
        /**
         * No track exists for the proposal origin.
         */
        NoTrack: PlainDescriptor<undefined>;
        /**
         * Any deposit cannot be refunded until after the decision is over.
         */
        Unfinished: PlainDescriptor<undefined>;
        /**
         * The deposit refunder is not the depositor.
         */
        NoPermission: PlainDescriptor<undefined>;
        /**
         * The deposit cannot be refunded since none was made.
         */
        NoDeposit: PlainDescriptor<undefined>;
        /**
         * The referendum status is invalid for this operation.
         */
        BadStatus: PlainDescriptor<undefined>;
        /**
         * The preimage does not exist.
         */
        PreimageNotExist: PlainDescriptor<undefined>;
        /**
         * The preimage is stored with a different length than the one provided.
         */
        PreimageStoredWithDifferentLength: PlainDescriptor<undefined>;
    };
    Registry: {
        /**
         * You already reserved this digest with this salt; that reservation still stands.
         */
        ReservationExists: PlainDescriptor<undefined>;
        /**
         * You have no reservation for this digest and salt. Reserve it first, from the account
         * that publishes it.
         */
        ReservationNotFound: PlainDescriptor<undefined>;
        /**
         * The reservation was made in this very block. Publish in the next one.
         */
        ReservationTooNew: PlainDescriptor<undefined>;
        /**
         * The reservation has expired. Release it and reserve the digest again, or publish
         * without a reservation.
         */
        ReservationExpired: PlainDescriptor<undefined>;
        /**
         * Only the account that made this reservation can release it before it expires.
         */
        ReservationNotExpired: PlainDescriptor<undefined>;
        /**
         * A name has 1 to 64 characters from a-z, 0-9, '.', '_' and '-', and begins with a letter
         * or digit.
         */
        InvalidName: PlainDescriptor<undefined>;
        /**
         * A tag has 1 to 24 characters from a-z, 0-9, '.', '_' and '-', and begins with a letter
         * or digit.
         */
        InvalidTag: PlainDescriptor<undefined>;
        /**
         * The same tag is given twice.
         */
        DuplicateTag: PlainDescriptor<undefined>;
        /**
         * The license must be an SPDX expression such as 'Apache-2.0 OR MIT'.
         */
        InvalidLicense: PlainDescriptor<undefined>;
        /**
         * A location is a URI such as `https://example.org/model`, in ASCII and without spaces.
         */
        InvalidLocation: PlainDescriptor<undefined>;
        /**
         * The same location is given twice.
         */
        DuplicateLocation: PlainDescriptor<undefined>;
        /**
         * The reason must be one line of UTF-8 text.
         */
        InvalidReason: PlainDescriptor<undefined>;
        /**
         * A version has at least one file and at least one byte.
         */
        EmptyVersion: PlainDescriptor<undefined>;
        /**
         * You already registered an artifact of this name.
         */
        ArtifactExists: PlainDescriptor<undefined>;
        /**
         * An artifact of this name was removed; its name cannot be used again.
         */
        ArtifactRemoved: PlainDescriptor<undefined>;
        /**
         * There is no such artifact.
         */
        ArtifactNotFound: PlainDescriptor<undefined>;
        /**
         * There is no such version.
         */
        VersionNotFound: PlainDescriptor<undefined>;
        /**
         * Only the artifact's owner can do this.
         */
        NotOwner: PlainDescriptor<undefined>;
        /**
         * The artifact is retired: it takes no new versions, for ever.
         */
        ArtifactRetired: PlainDescriptor<undefined>;
        /**
         * These bytes are already published, see the version with this digest.
         */
        DigestAlreadyPublished: PlainDescriptor<undefined>;
        /**
         * These bytes were published once and removed; they cannot be published again.
         */
        DigestRemoved: PlainDescriptor<undefined>;
        /**
         * These bytes are already published, and were claimed no later than your reservation.
         */
        ReservationTooLate: PlainDescriptor<undefined>;
        /**
         * These bytes are already published, and so long ago that your earlier reservation no
         * longer counts.
         */
        RevealWindowClosed: PlainDescriptor<undefined>;
        /**
         * The royalty is higher than a version may ask.
         */
        RoyaltyTooHigh: PlainDescriptor<undefined>;
        /**
         * The sources together ask for a higher royalty than a version may owe.
         */
        RoyaltiesTooHigh: PlainDescriptor<undefined>;
        /**
         * The same source is named twice.
         */
        DuplicateSource: PlainDescriptor<undefined>;
        /**
         * There is no version of that sequence to derive from.
         */
        SourceNotFound: PlainDescriptor<undefined>;
        /**
         * A source is yanked: its owner advises against it. Use another version.
         */
        SourceYanked: PlainDescriptor<undefined>;
        /**
         * A source is superseded: cite the version that its digest belongs to.
         */
        SourceSuperseded: PlainDescriptor<undefined>;
        /**
         * A source belongs to an artifact that is retired.
         */
        SourceRetired: PlainDescriptor<undefined>;
        /**
         * A source and its relation do not fit, such as a model that is a subset of a dataset.
         */
        RelationMismatch: PlainDescriptor<undefined>;
        /**
         * A source forbids to derive from it.
         */
        DerivationForbidden: PlainDescriptor<undefined>;
        /**
         * A source may only be derived from with a license for it. Get one first.
         */
        LicenseRequired: PlainDescriptor<undefined>;
        /**
         * A source does not allow this use, such as training.
         */
        UseForbidden: PlainDescriptor<undefined>;
        /**
         * The terms allow a use that a source does not allow.
         */
        TermsExceedSource: PlainDescriptor<undefined>;
        /**
         * A source asks for a higher royalty than you named.
         */
        RoyaltyAboveLimit: PlainDescriptor<undefined>;
        /**
         * The version is already yanked.
         */
        AlreadyYanked: PlainDescriptor<undefined>;
        /**
         * The version is not yanked.
         */
        NotYanked: PlainDescriptor<undefined>;
        /**
         * The version's digest belongs to another version that was reserved earlier.
         */
        VersionSuperseded: PlainDescriptor<undefined>;
        /**
         * The artifact is already retired.
         */
        AlreadyRetired: PlainDescriptor<undefined>;
        /**
         * That account already owns the artifact.
         */
        AlreadyOwner: PlainDescriptor<undefined>;
        /**
         * No transfer of this artifact is proposed.
         */
        NoTransferProposed: PlainDescriptor<undefined>;
        /**
         * The artifact was offered to another account.
         */
        NotProposedOwner: PlainDescriptor<undefined>;
        /**
         * The version cannot be removed: other versions were derived from it.
         */
        HasDescendants: PlainDescriptor<undefined>;
        /**
         * It cannot be removed: there are licenses for it.
         */
        HasLicenses: PlainDescriptor<undefined>;
        /**
         * It cannot be removed: there is income accounted to it.
         */
        HasIncome: PlainDescriptor<undefined>;
        /**
         * The artifact cannot be removed: it still has versions. Remove them first.
         */
        HasVersions: PlainDescriptor<undefined>;
        /**
         * No more versions can be counted.
         */
        TooManyVersions: PlainDescriptor<undefined>;
        /**
         * A contributor withdrew consent to a record of this dataset. Cite a version without that
         * record, or leave it out and cite this one as the dataset that yours is a subset of.
         */
        SourceConsentWithdrawn: PlainDescriptor<undefined>;
    };
    Provenance: {
        /**
         * There is no such version.
         */
        VersionNotFound: PlainDescriptor<undefined>;
        /**
         * Only the dataset's owner can do this.
         */
        NotOwner: PlainDescriptor<undefined>;
        /**
         * Only a dataset has records.
         */
        NotDataset: PlainDescriptor<undefined>;
        /**
         * The version committed to its records already; that cannot be changed. Publish another
         * version.
         */
        AlreadyCommitted: PlainDescriptor<undefined>;
        /**
         * A version has at least one record.
         */
        NoRecords: PlainDescriptor<undefined>;
        /**
         * A version has at most 2^32 records.
         */
        TooManyRecords: PlainDescriptor<undefined>;
        /**
         * The version did not commit to its records.
         */
        NotCommitted: PlainDescriptor<undefined>;
        /**
         * Only a version of the same dataset can be extended.
         */
        DifferentArtifact: PlainDescriptor<undefined>;
        /**
         * Only an earlier version can be extended.
         */
        NotNewer: PlainDescriptor<undefined>;
        /**
         * Another version extends that one already. Extend the newest.
         */
        AlreadyExtended: PlainDescriptor<undefined>;
        /**
         * The version is joined to others already.
         */
        AlreadyJoined: PlainDescriptor<undefined>;
        /**
         * Records of this version were proven before it was shown to extend another. Commit and
         * extend in one batch, with another version.
         */
        RecordsProven: PlainDescriptor<undefined>;
        /**
         * The version has fewer records than the one that it should extend.
         */
        FewerRecords: PlainDescriptor<undefined>;
        /**
         * The proof does not show that this version begins with all records of the other.
         */
        InvalidConsistencyProof: PlainDescriptor<undefined>;
        /**
         * No more versions can extend each other: begin anew with a version that extends none.
         */
        TooManyExtensions: PlainDescriptor<undefined>;
        /**
         * The version has fewer records. The first has the index 0.
         */
        IndexOutOfRange: PlainDescriptor<undefined>;
        /**
         * The record names no contributor, so nobody can prove it.
         */
        NoContributor: PlainDescriptor<undefined>;
        /**
         * Only the account that the record names as its contributor can do this.
         */
        NotContributor: PlainDescriptor<undefined>;
        /**
         * The proof does not hold: it is for another record, index or version.
         */
        InvalidProof: PlainDescriptor<undefined>;
        /**
         * This record was proven before, in this version or in one that it extends or that
         * extends it.
         */
        AlreadyProven: PlainDescriptor<undefined>;
        /**
         * Nobody proved this record. Prove it first.
         */
        RecordNotFound: PlainDescriptor<undefined>;
        /**
         * Consent to this record was withdrawn before.
         */
        ConsentAlreadyWithdrawn: PlainDescriptor<undefined>;
        /**
         * A location is a URI such as `https://example.org/report`, in ASCII and without spaces.
         */
        InvalidLocation: PlainDescriptor<undefined>;
        /**
         * You have as many attestations on this version as there can be. Revoke one first.
         */
        TooManyAttestations: PlainDescriptor<undefined>;
        /**
         * There is no such attestation on this version.
         */
        AttestationNotFound: PlainDescriptor<undefined>;
        /**
         * Only who made the attestation can revoke it.
         */
        NotAttester: PlainDescriptor<undefined>;
        /**
         * The version still exists. Its owner must remove it first.
         */
        VersionExists: PlainDescriptor<undefined>;
        /**
         * The commitment that the record belongs to still exists. Release that first.
         */
        CommitmentExists: PlainDescriptor<undefined>;
        /**
         * Another version extends this one, and rests on its commitment. Release that first.
         */
        CommitmentNotLast: PlainDescriptor<undefined>;
    };
    Market: {
        /**
         * There is no such version.
         */
        VersionNotFound: PlainDescriptor<undefined>;
        /**
         * There is no such model or dataset.
         */
        ArtifactNotFound: PlainDescriptor<undefined>;
        /**
         * There is no such offer. It may have been closed.
         */
        OfferNotFound: PlainDescriptor<undefined>;
        /**
         * Only the owner of the model or dataset can do this.
         */
        NotOwner: PlainDescriptor<undefined>;
        /**
         * The version was yanked or superseded, or its model or dataset retired: it cannot be sold.
         */
        VersionNotAvailable: PlainDescriptor<undefined>;
        /**
         * The version's terms do not allow commercial use, so a license for it must be free.
         */
        NotCommercial: PlainDescriptor<undefined>;
        /**
         * The price is below the least that a license may cost. It can also be zero.
         */
        PriceTooLow: PlainDescriptor<undefined>;
        /**
         * A license lasts at least one block.
         */
        DurationTooShort: PlainDescriptor<undefined>;
        /**
         * An offer begins with a supply of at least one. Leave it out to sell any number.
         */
        SupplyTooLow: PlainDescriptor<undefined>;
        /**
         * The refund window is longer than allowed, or does not end before the license.
         */
        RefundWindowTooLong: PlainDescriptor<undefined>;
        /**
         * There are as many offers as there may be. Close one first.
         */
        TooManyOffers: PlainDescriptor<undefined>;
        /**
         * The version belongs to another model or dataset than the offer. Make a new offer.
         */
        DifferentArtifact: PlainDescriptor<undefined>;
        /**
         * The cap is reached, so licenses are free, and the offer stays as it is until the model
         * or dataset is retired.
         */
        CapReached: PlainDescriptor<undefined>;
        /**
         * The owner needs no license.
         */
        OwnArtifact: PlainDescriptor<undefined>;
        /**
         * The account has a license already. Renew it.
         */
        AlreadyLicensed: PlainDescriptor<undefined>;
        /**
         * The price is higher than the buyer allows.
         */
        PriceAboveLimit: PlainDescriptor<undefined>;
        /**
         * The offer changed since the buyer saw it. Look at it again.
         */
        TermsChanged: PlainDescriptor<undefined>;
        /**
         * The supply is used up.
         */
        SoldOut: PlainDescriptor<undefined>;
        /**
         * The account has no license for this model or dataset.
         */
        LicenseNotFound: PlainDescriptor<undefined>;
        /**
         * The license lasts for ever.
         */
        NothingToRenew: PlainDescriptor<undefined>;
        /**
         * The last purchase is not settled yet. Waive the refund, or wait for its window to end.
         */
        PurchasePending: PlainDescriptor<undefined>;
        /**
         * All is paid: no purchase can be refunded.
         */
        NothingToRefund: PlainDescriptor<undefined>;
        /**
         * The refund window has ended.
         */
        RefundWindowClosed: PlainDescriptor<undefined>;
        /**
         * The buyer can still have the price back. Settle once the refund window has ended.
         */
        RefundWindowOpen: PlainDescriptor<undefined>;
        /**
         * All is paid: no purchase waits to be settled.
         */
        NothingToSettle: PlainDescriptor<undefined>;
        /**
         * The license was sold to one account, and cannot be handed on.
         */
        NotTransferable: PlainDescriptor<undefined>;
        /**
         * The license has expired. Renew it first.
         */
        LicenseExpired: PlainDescriptor<undefined>;
        /**
         * The recipient has a license already.
         */
        RecipientLicensed: PlainDescriptor<undefined>;
        /**
         * The recipient's account does not exist. Send it some tokens first.
         */
        RecipientNotFound: PlainDescriptor<undefined>;
        /**
         * Only its holder can release a license before it expires.
         */
        LicenseLasts: PlainDescriptor<undefined>;
        /**
         * A cap was pledged already. It can be lowered.
         */
        CapAlreadyPledged: PlainDescriptor<undefined>;
        /**
         * No cap was pledged.
         */
        CapNotPledged: PlainDescriptor<undefined>;
        /**
         * A cap can only be lowered.
         */
        CapNotLower: PlainDescriptor<undefined>;
        /**
         * Only its holder can release a license that lasts for ever.
         */
        NotLicensee: PlainDescriptor<undefined>;
    };
    Royalties: {
        /**
         * There is no such version.
         */
        VersionNotFound: PlainDescriptor<undefined>;
        /**
         * There is no such artifact.
         */
        ArtifactNotFound: PlainDescriptor<undefined>;
        /**
         * Only the artifact's owner can do this.
         */
        NotOwner: PlainDescriptor<undefined>;
        /**
         * Only a dataset has records whose contributors could have a share.
         */
        NotDataset: PlainDescriptor<undefined>;
        /**
         * The members' shares must be 100 % together, no more and no less.
         */
        SharesNotWhole: PlainDescriptor<undefined>;
        /**
         * An account is among the members twice. Name it once, with the sum of its shares.
         */
        DuplicateMember: PlainDescriptor<undefined>;
        /**
         * A member's share is zero. Leave the member out.
         */
        ZeroShare: PlainDescriptor<undefined>;
        /**
         * There is no account of a member. Send it something first, so that no share goes to where
         * nobody is.
         */
        MemberNotFound: PlainDescriptor<undefined>;
        /**
         * The version has no income that was not distributed yet.
         */
        NothingToDistribute: PlainDescriptor<undefined>;
        /**
         * The account has no earnings.
         */
        NothingToWithdraw: PlainDescriptor<undefined>;
        /**
         * There is no such account, and its earnings are less than an account must have. Send it
         * something first, or wait for more.
         */
        EarningsTooSmall: PlainDescriptor<undefined>;
        /**
         * The contributor has no share: none of their records that the version brought into its
         * dataset counts.
         */
        ShareNotFound: PlainDescriptor<undefined>;
        /**
         * There is nothing to collect.
         */
        NothingDue: PlainDescriptor<undefined>;
        /**
         * The artifact has no split of this number that is in force or kept.
         */
        SplitNotFound: PlainDescriptor<undefined>;
        /**
         * The split is not kept for this: it was paid already, or left, or never to be.
         */
        SplitNotKept: PlainDescriptor<undefined>;
    };
    Rewards: {
        /**
         * The epoch is still running, or has not begun. Claim after its end.
         */
        EpochNotEnded: PlainDescriptor<undefined>;
        /**
         * The rewards of the epoch were not claimed in time. What was left of them went back to the
         * pot.
         */
        RewardsExpired: PlainDescriptor<undefined>;
        /**
         * The version has no reward in this epoch: nothing of what was sold is its, or all was
         * claimed.
         */
        NothingToClaim: PlainDescriptor<undefined>;
        /**
         * The usage share must be within the bounds that the runtime states.
         */
        UsageShareOutOfBounds: PlainDescriptor<undefined>;
        /**
         * The issuance share must be within the bounds that the runtime states.
         */
        IssuanceShareOutOfBounds: PlainDescriptor<undefined>;
    };
};
type IConstants = {
    System: {
        /**
         * Block & extrinsics weights: base values and limits.
         */
        BlockWeights: PlainDescriptor<Anonymize<In7a38730s6qs>>;
        /**
         * The maximum length of a block (in bytes).
         */
        BlockLength: PlainDescriptor<Anonymize<Ibtil0ss5munbk>>;
        /**
         * Maximum number of block number to block hash mappings to keep (oldest pruned first).
         */
        BlockHashCount: PlainDescriptor<number>;
        /**
         * The weight of runtime database operations the runtime can invoke.
         */
        DbWeight: PlainDescriptor<Anonymize<I9s0ave7t0vnrk>>;
        /**
         * Get the chain's in-code version.
         */
        Version: PlainDescriptor<Anonymize<I4fo08joqmcqnm>>;
        /**
         * The designated SS58 prefix of this chain.
         *
         * This replaces the "ss58Format" property declared in the chain spec. Reason is
         * that the runtime should know about the prefix in order to make use of it as
         * an identifier of the chain.
         */
        SS58Prefix: PlainDescriptor<number>;
    };
    Babe: {
        /**
         * The amount of time, in slots, that each epoch should last.
         * NOTE: Currently it is not possible to change the epoch duration after
         * the chain has started. Attempting to do so will brick block production.
         */
        EpochDuration: PlainDescriptor<bigint>;
        /**
         * The expected average block time at which BABE should be creating
         * blocks. Since BABE is probabilistic it is not trivial to figure out
         * what the expected average block time should be based on the slot
         * duration and the security parameter `c` (where `1 - c` represents
         * the probability of a slot being empty).
         */
        ExpectedBlockTime: PlainDescriptor<bigint>;
    };
    Balances: {
        /**
         * The minimum amount required to keep an account open. MUST BE GREATER THAN ZERO!
         *
         * If you *really* need it to be zero, you can enable the feature `insecure_zero_ed` for
         * this pallet. However, you do so at your own risk: this will open up a major DoS vector.
         * In case you have multiple sources of provider references, you may also get unexpected
         * behaviour if you set this to zero.
         *
         * Bottom line: Do yourself a favour and make it at least one!
         */
        ExistentialDeposit: PlainDescriptor<bigint>;
    };
    Staking: {
        /**
         * Number of sessions per era.
         */
        SessionsPerEra: PlainDescriptor<number>;
    };
    Registry: {
        /**
         * What is held for every stored item.
         */
        ItemDeposit: PlainDescriptor<bigint>;
        /**
         * What is held for every stored byte, of keys and values.
         */
        ByteDeposit: PlainDescriptor<bigint>;
        /**
         * The most that a version may ask as royalty, and the most that its sources may ask of it
         * together.
         */
        MaxRoyalty: PlainDescriptor<number>;
        /**
         * For how many blocks a reservation can be revealed.
         */
        ReservationPeriod: PlainDescriptor<number>;
        /**
         * For how many blocks after a publication an earlier reservation of the same digest can
         * still be revealed.
         */
        RevealWindow: PlainDescriptor<number>;
        /**
         * Longest name of an artifact, in bytes.
         */
        MaxName: PlainDescriptor<number>;
        /**
         * Longest tag, in bytes.
         */
        MaxTag: PlainDescriptor<number>;
        /**
         * Most tags on one artifact.
         */
        MaxTags: PlainDescriptor<number>;
        /**
         * Longest SPDX license expression, in bytes.
         */
        MaxLicense: PlainDescriptor<number>;
        /**
         * Longest location, in bytes.
         */
        MaxLocation: PlainDescriptor<number>;
        /**
         * Most locations of one version.
         */
        MaxLocations: PlainDescriptor<number>;
        /**
         * Longest reason for yanking a version, in bytes.
         */
        MaxReason: PlainDescriptor<number>;
        /**
         * Most sources of one version.
         */
        MaxSources: PlainDescriptor<number>;
        /**
         * Most items in one answer of the runtime API.
         */
        MaxPage: PlainDescriptor<number>;
        /**
         * Most generations in one answer of the runtime API.
         */
        MaxDepth: PlainDescriptor<number>;
        /**
         * Most edges of the lineage in one answer of the runtime API.
         */
        MaxEdges: PlainDescriptor<number>;
    };
    Provenance: {
        /**
         * What is held for every stored item.
         */
        ItemDeposit: PlainDescriptor<bigint>;
        /**
         * What is held for every stored byte, of keys and values.
         */
        ByteDeposit: PlainDescriptor<bigint>;
        /**
         * Most records of one version.
         */
        MaxRecords: PlainDescriptor<bigint>;
        /**
         * Most versions that extend each other.
         */
        MaxSeries: PlainDescriptor<number>;
        /**
         * Most hashes in a proof that a record is in a version.
         */
        MaxInclusionProof: PlainDescriptor<number>;
        /**
         * Most hashes in a proof that a version appends to another.
         */
        MaxConsistencyProof: PlainDescriptor<number>;
        /**
         * Most attestations of one account on one version.
         */
        MaxAttestations: PlainDescriptor<number>;
        /**
         * Most attesters that one taint query can name.
         */
        MaxAttesters: PlainDescriptor<number>;
        /**
         * Most versions that one page of a taint query looks at.
         */
        MaxTaintPage: PlainDescriptor<number>;
    };
    Market: {
        /**
         * What is held for every stored item.
         */
        ItemDeposit: PlainDescriptor<bigint>;
        /**
         * What is held for every stored byte, of keys and values.
         */
        ByteDeposit: PlainDescriptor<bigint>;
        /**
         * The least that a license costs, in planck, unless it is free.
         */
        MinPrice: PlainDescriptor<bigint>;
        /**
         * For how many blocks after the purchase the price can be refunded at most.
         */
        MaxRefundWindow: PlainDescriptor<number>;
        /**
         * The share of a block's unused weight that settles purchases.
         */
        IdleShare: PlainDescriptor<number>;
        /**
         * Most offers of one artifact.
         */
        MaxOffers: PlainDescriptor<number>;
    };
    Royalties: {
        /**
         * What the account is derived from that keeps what is not paid out.
         */
        PalletId: PlainDescriptor<SizedHex<8>>;
        /**
         * The account that the protocol's fee goes to.
         */
        FeeBeneficiary: PlainDescriptor<SS58String>;
        /**
         * The account that what is above a cap goes to.
         */
        Commons: PlainDescriptor<SS58String>;
        /**
         * What is held for every stored item.
         */
        ItemDeposit: PlainDescriptor<bigint>;
        /**
         * What is held for every stored byte, of keys and values.
         */
        ByteDeposit: PlainDescriptor<bigint>;
        /**
         * The protocol's share of every payment, rounded up.
         */
        ProtocolFee: PlainDescriptor<number>;
        /**
         * The income of a version from which on the cascade comes for it. To change it in a runtime
         * with state, go through the vaults.
         */
        MinDistribution: PlainDescriptor<bigint>;
        /**
         * The most that the cascade takes of what a block has left over.
         */
        IdleShare: PlainDescriptor<number>;
        /**
         * For how many epochs, of those in which a version had any, its income is remembered.
         */
        IncomeEpochs: PlainDescriptor<number>;
        /**
         * Most members of a split.
         */
        MaxMembers: PlainDescriptor<number>;
        /**
         * Most versions that a simulated distribution follows.
         */
        MaxSimulated: PlainDescriptor<number>;
        /**
         * The account that keeps what is not paid out.
         */
        Pot: PlainDescriptor<SS58String>;
    };
    Rewards: {
        /**
         * What the account is derived from that fees and new tokens go to: the pot.
         */
        PalletId: PlainDescriptor<SizedHex<8>>;
        /**
         * The account that has the commons pool.
         */
        Commons: PlainDescriptor<SS58String>;
        /**
         * How many blocks an epoch has. Never zero.
         */
        EpochLength: PlainDescriptor<number>;
        /**
         * For how many epochs after its own a reward can be claimed. To change it in a runtime with
         * state, go through the epochs that ended.
         */
        ClaimPeriod: PlainDescriptor<number>;
        /**
         * The share of its fee credit that a reward is at most, per million; less than all of it. To
         * lower it in a runtime with state, mind the epochs that ended.
         */
        RebateCap: PlainDescriptor<number>;
        /**
         * The least that may be chosen as the share of an epoch's funds that rewards use.
         */
        MinUsageShare: PlainDescriptor<number>;
        /**
         * The most that may be chosen as the share of an epoch's funds that rewards use; less than
         * all of them.
         */
        MaxUsageShare: PlainDescriptor<number>;
        /**
         * The least that may be chosen as the pot's share of new tokens that validators do not earn.
         */
        MinIssuanceShare: PlainDescriptor<number>;
        /**
         * The most that may be chosen as the pot's share of new tokens that validators do not earn.
         */
        MaxIssuanceShare: PlainDescriptor<number>;
        /**
         * What holds until anything else is chosen.
         */
        DefaultParameters: PlainDescriptor<Anonymize<I3h8c98fbaba70>>;
        /**
         * The most that pruning takes of what a block has left over.
         */
        IdleShare: PlainDescriptor<number>;
        /**
         * The account that fees and new tokens go to, and rewards come from.
         */
        Pot: PlainDescriptor<SS58String>;
    };
};
type IViewFns = {};
type IRuntimeCalls = {
    /**
     * API necessary for block authorship with BABE.
     */
    BabeApi: {
        /**
         * Returns information regarding the current epoch.
         */
        current_epoch: RuntimeDescriptor<[], Anonymize<I1r5ke30ueqo0r>>;
    };
    /**
     * The API to query account nonce.
     */
    AccountNonceApi: {
        /**
         * Get current account nonce of given `AccountId`.
         */
        account_nonce: RuntimeDescriptor<[account: SS58String], number>;
    };
    /**
    
     */
    TransactionPaymentApi: {
        /**
        
         */
        query_info: RuntimeDescriptor<[uxt: Uint8Array, len: number], Anonymize<I6spmpef2c7svf>>;
        /**
        
         */
        query_fee_details: RuntimeDescriptor<[uxt: Uint8Array, len: number], Anonymize<Iei2mvq0mjvt81>>;
        /**
        
         */
        query_weight_to_fee: RuntimeDescriptor<[weight: Anonymize<I4q39t5hn830vp>], bigint>;
        /**
        
         */
        query_length_to_fee: RuntimeDescriptor<[length: number], bigint>;
    };
    /**
     * Reads models, datasets, their versions and lineage.
     */
    RegistryApi: {
        /**
         * The artifact of this id.
         */
        artifact: RuntimeDescriptor<[id: SizedHex<32>], Anonymize<I43akl2356hfql>>;
        /**
         * The artifact that `publisher` registered under `name`.
         */
        artifact_by_name: RuntimeDescriptor<[publisher: SS58String, name: Uint8Array], Anonymize<I43akl2356hfql>>;
        /**
         * All artifacts, in an arbitrary order that does not change; `after` is the `next` of the
         * page before.
         */
        artifacts: RuntimeDescriptor<[after: Anonymize<I4s6vifaf8k998>, limit: number], Anonymize<I8gctpddbh07nb>>;
        /**
         * The version of this sequence.
         */
        version: RuntimeDescriptor<[sequence: bigint], Anonymize<I1stl6odtvlbc8>>;
        /**
         * What became of the bytes whose manifest has this BLAKE3 hash.
         */
        version_by_digest: RuntimeDescriptor<[digest: SizedHex<32>], Anonymize<Iautoaneiht8co>>;
        /**
         * The version of an artifact with this number.
         */
        version_by_number: RuntimeDescriptor<[artifact: SizedHex<32>, number: number], Anonymize<I1stl6odtvlbc8>>;
        /**
         * The versions of an artifact by ascending number, from `from_number` on.
         */
        versions: RuntimeDescriptor<[artifact: SizedHex<32>, from_number: number, limit: number], Anonymize<I5hu7b3p1054h>>;
        /**
         * The newest versions of all artifacts, newest first; `before` is the `next` of the page
         * before.
         */
        latest: RuntimeDescriptor<[before: Anonymize<I35p85j063s0il>, limit: number], Anonymize<I2jlbuurg82uv9>>;
        /**
         * What a version was made from, what that was made from, and so on, by at most `limit` edges.
         * Nothing if there is no such version.
         */
        ancestors: RuntimeDescriptor<[sequence: bigint, depth: number, limit: number], Anonymize<I7fvbe8g99f7d3>>;
        /**
         * What was made from a version, what was made from that, and so on, by at most `limit` edges.
         * Nothing if there is no such version.
         */
        descendants: RuntimeDescriptor<[sequence: bigint, depth: number, limit: number], Anonymize<I7fvbe8g99f7d3>>;
        /**
         * What registering under this name and publishing this version would hold, whether or not
         * either would be refused. A name that is too long counts as if it were cut off.
         */
        publication_deposits: RuntimeDescriptor<[publisher: SS58String, name: Uint8Array, tags: Anonymize<Itom7fk49o0c9>, version: Anonymize<Idj977k3d2qv2d>], Anonymize<Id823pqasmdf5c>>;
    };
    /**
     * Finds models and datasets, by what they are and by what they sell.
     */
    CatalogApi: {
        /**
         * The artifacts that match, in the order asked for; `after` is the `next` of the page before,
         * and one of another order begins anew.
         *
         * Nothing is in two pages, and nothing is left out, unless versions are published or licenses
         * change hands meanwhile.
         */
        search: RuntimeDescriptor<[query: Anonymize<Ipb3f46dkm3qa>, after: Anonymize<Id9cp5dne3a5ks>, limit: number], Anonymize<I4dmp7erp6jhf6>>;
        /**
         * What versions are called, in the order asked for; unknown ones are left out. No more than
         * `MAX_EDGES + 1` of those asked for are looked at: all that a lineage can have.
         */
        labels: RuntimeDescriptor<[sequences: Anonymize<Iafqnechp3omqg>], Anonymize<Ief6sf95c032f0>>;
    };
    /**
     * Reads what is known of records, contributors' consent, and third parties' attestations.
     */
    ProvenanceApi: {
        /**
         * What a version says of its records. Nothing if it did not commit to them.
         */
        commitment: RuntimeDescriptor<[version: bigint], Anonymize<Ie799qod9gfbai>>;
        /**
         * The record in this place of a version. Nothing if it was not proven.
         */
        record: RuntimeDescriptor<[version: bigint, index: bigint], Anonymize<Ifgqrneb4843nk>>;
        /**
         * Whether a version has this leaf in this place, and how the record stands.
         */
        verify_record: RuntimeDescriptor<[version: bigint, index: bigint, leaf: Anonymize<Id39bl53j1do0p>, proof: Anonymize<Ic5m5lp1oioo8r>], Anonymize<Ib99lbp1hmg1qu>>;
        /**
         * The attestations on a version by ascending id; `after` is the `next` of the page before.
         */
        attestations: RuntimeDescriptor<[version: bigint, after: Anonymize<I35p85j063s0il>, limit: number], Anonymize<Ic94a0sev3g6md>>;
        /**
         * What became of a version and of all that it was made from, newest first. Nothing if
         * there is no such version.
         *
         * Follows derivation, not evaluation. A negative attestation counts if it is by one of
         * `attesters`; `after` is the `next` of the page before.
         */
        taint: RuntimeDescriptor<[version: bigint, attesters: Anonymize<Ia2lhg7l2hilo3>, depth: number, limit: number, after: Anonymize<Idqhmt92tvrfqp>], Anonymize<Id4nlu4f74ru9>>;
    };
    /**
     * Reads offers, licenses and what artifacts sold.
     */
    MarketApi: {
        /**
         * An offer.
         */
        offer: RuntimeDescriptor<[offer: bigint], Anonymize<I1d4dps4irer01>>;
        /**
         * All offers of an artifact, oldest first.
         */
        offers: RuntimeDescriptor<[artifact: SizedHex<32>], Anonymize<I43rb95dit4rl4>>;
        /**
         * What a license under the offer would cost now, and who would get what. Nothing if there
         * is no such offer.
         */
        quote: RuntimeDescriptor<[offer: bigint], Anonymize<I1lkndnteup17r>>;
        /**
         * Whether the account may use the artifact now: it owns it or holds a license that lasts.
         */
        has_license: RuntimeDescriptor<[artifact: SizedHex<32>, account: SS58String], boolean>;
        /**
         * The license of the account for the artifact, whether it lasts or not.
         */
        license: RuntimeDescriptor<[artifact: SizedHex<32>, account: SS58String], Anonymize<I3rginqu26mc2m>>;
        /**
         * The licenses of an account; `after` is the `next` of the page before.
         */
        licenses: RuntimeDescriptor<[account: SS58String, after: Anonymize<I4s6vifaf8k998>, limit: number], Anonymize<Id1elgoaqm4tg8>>;
        /**
         * What an artifact sold, and its cap. Nothing if it was never offered.
         */
        sales: RuntimeDescriptor<[artifact: SizedHex<32>], Anonymize<I4n9ebq22s316g>>;
        /**
         * What one more offer for the artifact would hold, in planck, whatever its terms; what is held
         * for the record of its sales too, where that would be new.
         */
        offer_deposit: RuntimeDescriptor<[artifact: SizedHex<32>], bigint>;
    };
    /**
     * Reads where income is, who shares in it, and where more would go.
     */
    RoyaltiesApi: {
        /**
         * The income of a version that was not distributed yet.
         */
        vault: RuntimeDescriptor<[version: bigint], Anonymize<Iaq6hoo5s3bq5p>>;
        /**
         * How an artifact's income is divided now. Nothing if there is no such artifact.
         */
        split: RuntimeDescriptor<[artifact: SizedHex<32>], Anonymize<Icrom824drr6j>>;
        /**
         * What the account can withdraw, in planck.
         */
        earnings: RuntimeDescriptor<[account: SS58String], bigint>;
        /**
         * What a contributor has of the records that this version brought into its dataset.
         * Nothing if they proved none of them.
         */
        share: RuntimeDescriptor<[origin: bigint, contributor: SS58String], Anonymize<I84tba4cd52r28>>;
        /**
         * Where an income of the version would end up, along the lineage, after at most `limit`
         * versions. Nothing if there is no such version.
         */
        simulate_distribution: RuntimeDescriptor<[version: bigint, income: bigint, limit: number], Anonymize<I8oj68g7nvfcvf>>;
        /**
         * What reached the version's vault in each of the latest epochs in which anything did, oldest
         * first.
         */
        incomes: RuntimeDescriptor<[version: bigint], Anonymize<Ial90alfmijcmv>>;
    };
    /**
     * Reads epochs, rewards and the supply of tokens.
     */
    RewardsApi: {
        /**
         * The epoch that is running.
         */
        running_epoch: RuntimeDescriptor<[], Anonymize<I58dc6o6p2ha2h>>;
        /**
         * An epoch that ended. Nothing if it is still running, if its rewards expired, or if nothing
         * was sold in it.
         */
        ended_epoch: RuntimeDescriptor<[epoch: number], Anonymize<I72g1785beo2nf>>;
        /**
         * What a version's use earned in an epoch, by split: at most a page, none that was claimed or
         * expired.
         */
        rewards: RuntimeDescriptor<[epoch: number, version: bigint], Anonymize<I7aiqobe9po41s>>;
        /**
         * The rewards of a version, oldest first, that of the running epoch last; `after` is the `next`
         * of the page before.
         */
        pending: RuntimeDescriptor<[version: bigint, after: Anonymize<Ia64o8co30mec>, limit: number], Anonymize<I5ql7jlbkntate>>;
        /**
         * The rewards that can be claimed and in which the account has a share, in an order that does
         * not change; `after` is the `next` of the page before.
         */
        claimable: RuntimeDescriptor<[account: SS58String, after: Anonymize<Ia64o8co30mec>, limit: number], Anonymize<I5ql7jlbkntate>>;
        /**
         * How many tokens there are, and how many there will be in each of so many years.
         */
        supply_schedule: RuntimeDescriptor<[years: number], Anonymize<Ieh6t50gtr2ice>>;
    };
};
export type AgoraDispatchError = Anonymize<Iamqkke0he1r00>;
type IAsset = PlainDescriptor<void>;
export type AgoraExtensions = {};
type PalletsTypedef = {
    __storage: IStorage;
    __tx: ICalls;
    __event: IEvent;
    __error: IError;
    __const: IConstants;
    __view: IViewFns;
};
export type Agora = {
    descriptors: {
        pallets: PalletsTypedef;
        apis: IRuntimeCalls;
    } & Promise<any>;
    metadataTypes: Promise<Uint8Array>;
    asset: IAsset;
    extensions: AgoraExtensions;
    getMetadata: () => Promise<Uint8Array>;
    genesis: string | undefined;
};
declare const _allDescriptors: Agora;
export default _allDescriptors;
export type AgoraApis = ApisFromDef<IRuntimeCalls>;
export type AgoraQueries = QueryFromPalletsDef<PalletsTypedef>;
export type AgoraCalls = TxFromPalletsDef<PalletsTypedef>;
export type AgoraEvents = EventsFromPalletsDef<PalletsTypedef>;
export type AgoraErrors = ErrorsFromPalletsDef<PalletsTypedef>;
export type AgoraConstants = ConstFromPalletsDef<PalletsTypedef>;
export type AgoraViewFns = ViewFnsFromPalletsDef<PalletsTypedef>;
export type AgoraCallData = Anonymize<I8j3rm6imqru05> & {
    value: {
        type: string;
    };
};
type AllInteractions = {
    storage: {
        System: ['Account', 'ExtrinsicCount', 'InherentsApplied', 'BlockWeight', 'BlockSize', 'BlockHash', 'ExtrinsicData', 'Number', 'ParentHash', 'Digest', 'Events', 'EventCount', 'EventTopics', 'LastRuntimeUpgrade', 'BlocksTillUpgrade', 'UpgradedToU32RefCount', 'UpgradedToTripleRefCount', 'ExecutionPhase', 'AuthorizedUpgrade', 'ExtrinsicWeightReclaimed'];
        Babe: ['EpochIndex', 'Authorities', 'GenesisSlot', 'CurrentSlot', 'Randomness', 'PendingEpochConfigChange', 'NextRandomness', 'NextAuthorities', 'SegmentIndex', 'UnderConstruction', 'Initialized', 'AuthorVrfRandomness', 'EpochStart', 'Lateness', 'EpochConfig', 'NextEpochConfig', 'SkippedEpochs'];
        Timestamp: ['Now', 'DidUpdate'];
        Multisig: ['Multisigs'];
        Proxy: ['Proxies', 'Announcements'];
        Preimage: ['StatusFor', 'RequestStatusFor', 'PreimageFor'];
        Scheduler: ['IncompleteSince', 'Agenda', 'Retries', 'Lookup'];
        MultiBlockMigrations: ['Cursor', 'Historic'];
        SafeMode: ['EnteredUntil', 'Deposits'];
        TxPause: ['PausedCalls'];
        Sudo: ['Key'];
        Pace: ['Chosen'];
        Balances: ['TotalIssuance', 'InactiveIssuance', 'Account', 'Locks', 'Reserves', 'Holds', 'Freezes'];
        TransactionPayment: ['NextFeeMultiplier', 'StorageVersion', 'TxPaymentCredit'];
        Treasury: ['ProposalCount', 'Proposals', 'Deactivated', 'Approvals', 'SpendCount', 'Spends', 'LastSpendPeriod'];
        Authorship: ['Author'];
        Staking: ['ValidatorCount', 'MinimumValidatorCount', 'Invulnerables', 'Bonded', 'MinNominatorBond', 'MinValidatorBond', 'MinimumActiveStake', 'MinCommission', 'Ledger', 'Payee', 'Validators', 'CounterForValidators', 'MaxValidatorsCount', 'Nominators', 'CounterForNominators', 'VirtualStakers', 'CounterForVirtualStakers', 'MaxNominatorsCount', 'CurrentEra', 'ActiveEra', 'ErasStartSessionIndex', 'ErasStakers', 'ErasStakersOverview', 'ErasStakersClipped', 'ErasStakersPaged', 'ClaimedRewards', 'ErasValidatorPrefs', 'ErasValidatorReward', 'ErasRewardPoints', 'ErasTotalStake', 'ForceEra', 'MaxStakedRewards', 'SlashRewardFraction', 'CanceledSlashPayout', 'UnappliedSlashes', 'BondedEras', 'ValidatorSlashInEra', 'NominatorSlashInEra', 'SlashingSpans', 'SpanSlash', 'CurrentPlannedSession', 'ChillThreshold'];
        Offences: ['Reports', 'ConcurrentReportsIndex'];
        Historical: ['HistoricalSessions', 'StoredRange'];
        Session: ['Validators', 'CurrentIndex', 'QueuedChanged', 'QueuedKeys', 'DisabledValidators', 'NextKeys', 'KeyOwner', 'ExternallySetKeys'];
        Grandpa: ['State', 'PendingChange', 'NextForced', 'Stalled', 'CurrentSetId', 'SetIdSession', 'Authorities'];
        AuthorityDiscovery: ['Keys', 'NextKeys'];
        Identity: ['IdentityOf', 'UsernameOf', 'SuperOf', 'SubsOf', 'Registrars', 'AuthorityOf', 'UsernameInfoOf', 'PendingUsernames', 'UnbindingUsernames'];
        ConvictionVoting: ['VotingFor', 'ClassLocksFor'];
        Referenda: ['ReferendumCount', 'ReferendumInfoFor', 'TrackQueue', 'DecidingCount', 'MetadataOf'];
        Registry: ['Artifacts', 'Versions', 'ArtifactVersions', 'NextSequence', 'VersionsByDigest', 'Descendants', 'Reservations', 'RemovedArtifacts'];
        Provenance: ['Commitments', 'Series', 'Records', 'NextAttestation', 'Attestations', 'AttestationsBy'];
        Market: ['Offers', 'NextOffer', 'Sales', 'Popularity', 'Licenses', 'LicensesOf', 'Due', 'VersionUses'];
        Royalties: ['Vaults', 'Incomes', 'Waiting', 'Cursor', 'Splits', 'PastSplits', 'Earnings', 'ContributorIncomes', 'Shares'];
        Rewards: ['Running', 'Epochs', 'Points', 'Open', 'CreditInVaults', 'Owed', 'Parameters', 'PruneFrom'];
    };
    tx: {
        System: ['remark', 'set_heap_pages', 'set_code', 'set_code_without_checks', 'set_storage', 'kill_storage', 'kill_prefix', 'remark_with_event', 'authorize_upgrade', 'authorize_upgrade_without_checks', 'apply_authorized_upgrade'];
        Babe: ['report_equivocation', 'report_equivocation_unsigned', 'plan_config_change'];
        Timestamp: ['set'];
        Utility: ['batch', 'as_derivative', 'batch_all', 'dispatch_as', 'force_batch', 'with_weight', 'if_else', 'dispatch_as_fallible'];
        Multisig: ['as_multi_threshold_1', 'as_multi', 'approve_as_multi', 'cancel_as_multi', 'poke_deposit'];
        Proxy: ['proxy', 'add_proxy', 'remove_proxy', 'remove_proxies', 'create_pure', 'kill_pure', 'announce', 'remove_announcement', 'reject_announcement', 'proxy_announced', 'poke_deposit'];
        Preimage: ['note_preimage', 'unnote_preimage', 'request_preimage', 'unrequest_preimage', 'ensure_updated'];
        Scheduler: ['schedule', 'cancel', 'schedule_named', 'cancel_named', 'schedule_after', 'schedule_named_after', 'set_retry', 'set_retry_named', 'cancel_retry', 'cancel_retry_named'];
        MultiBlockMigrations: ['force_set_cursor', 'force_set_active_cursor', 'force_onboard_mbms', 'clear_historic'];
        SafeMode: ['enter', 'force_enter', 'extend', 'force_extend', 'force_exit', 'force_slash_deposit', 'release_deposit', 'force_release_deposit'];
        TxPause: ['pause', 'unpause'];
        Sudo: ['sudo', 'sudo_unchecked_weight', 'set_key', 'sudo_as', 'remove_key'];
        Balances: ['transfer_allow_death', 'force_transfer', 'transfer_keep_alive', 'transfer_all', 'force_unreserve', 'upgrade_accounts', 'force_set_balance', 'force_adjust_total_issuance', 'burn'];
        Treasury: ['spend_local', 'remove_approval', 'spend', 'payout', 'check_status', 'void_spend'];
        Staking: ['bond', 'bond_extra', 'unbond', 'withdraw_unbonded', 'validate', 'nominate', 'chill', 'set_payee', 'set_controller', 'set_validator_count', 'increase_validator_count', 'scale_validator_count', 'force_no_eras', 'force_new_era', 'set_invulnerables', 'force_unstake', 'force_new_era_always', 'cancel_deferred_slash', 'payout_stakers', 'rebond', 'reap_stash', 'kick', 'set_staking_configs', 'chill_other', 'force_apply_min_commission', 'set_min_commission', 'payout_stakers_by_page', 'update_payee', 'deprecate_controller_batch', 'restore_ledger', 'migrate_currency', 'manual_slash'];
        Session: ['set_keys', 'purge_keys'];
        Grandpa: ['report_equivocation', 'report_equivocation_unsigned', 'note_stalled'];
        Identity: ['add_registrar', 'remove_registrar', 'set_identity', 'set_subs', 'clear_identity', 'request_judgement', 'cancel_request', 'set_fee', 'set_account_id', 'set_fields', 'provide_judgement', 'kill_identity', 'add_sub', 'rename_sub', 'remove_sub', 'quit_sub', 'add_username_authority', 'remove_username_authority', 'set_username_for', 'accept_username', 'remove_expired_approval', 'set_primary_username', 'unbind_username', 'remove_username', 'kill_username'];
        ConvictionVoting: ['vote', 'delegate', 'undelegate', 'unlock', 'remove_vote', 'remove_other_vote'];
        Referenda: ['submit', 'place_decision_deposit', 'refund_decision_deposit', 'cancel', 'kill', 'nudge_referendum', 'one_fewer_deciding', 'refund_submission_deposit', 'set_metadata'];
        Registry: ['reserve', 'release_reservation', 'register', 'publish', 'yank', 'unyank', 'update_card', 'update_locations', 'update_tags', 'transfer_ownership', 'accept_ownership', 'cancel_transfer', 'retire', 'remove_version', 'remove_artifact'];
        Provenance: ['commit_records', 'extend_records', 'prove_record', 'withdraw_consent', 'attest', 'revoke', 'release_commitment', 'release_record'];
        Market: ['create_offer', 'update_offer', 'close_offer', 'buy', 'renew', 'refund', 'waive_refund', 'settle', 'transfer_license', 'release_license', 'pledge_cap', 'lower_cap'];
        Royalties: ['set_split', 'distribute', 'withdraw', 'collect_share'];
        Rewards: ['claim', 'set_parameters'];
    };
    events: {
        System: ['ExtrinsicSuccess', 'ExtrinsicFailed', 'CodeUpdated', 'NewAccount', 'KilledAccount', 'Remarked', 'UpgradeAuthorized', 'RejectedInvalidAuthorizedUpgrade'];
        Utility: ['BatchInterrupted', 'BatchCompleted', 'BatchCompletedWithErrors', 'ItemCompleted', 'ItemFailed', 'DispatchedAs', 'IfElseMainSuccess', 'IfElseFallbackCalled'];
        Multisig: ['NewMultisig', 'MultisigApproval', 'MultisigExecuted', 'MultisigCancelled', 'DepositPoked'];
        Proxy: ['ProxyExecuted', 'PureCreated', 'PureKilled', 'Announced', 'ProxyAdded', 'ProxyRemoved', 'DepositPoked'];
        Preimage: ['Noted', 'Requested', 'Cleared'];
        Scheduler: ['Scheduled', 'Canceled', 'Dispatched', 'RetrySet', 'RetryCancelled', 'CallUnavailable', 'PeriodicFailed', 'RetryFailed', 'PermanentlyOverweight', 'AgendaIncomplete'];
        MultiBlockMigrations: ['UpgradeStarted', 'UpgradeCompleted', 'UpgradeFailed', 'MigrationSkipped', 'MigrationAdvanced', 'MigrationCompleted', 'MigrationFailed', 'HistoricCleared'];
        SafeMode: ['Entered', 'Extended', 'Exited', 'DepositPlaced', 'DepositReleased', 'DepositSlashed', 'CannotDeposit', 'CannotRelease'];
        TxPause: ['CallPaused', 'CallUnpaused'];
        Sudo: ['Sudid', 'KeyChanged', 'KeyRemoved', 'SudoAsDone'];
        Balances: ['Endowed', 'DustLost', 'Transfer', 'BalanceSet', 'Reserved', 'Unreserved', 'ReserveRepatriated', 'Deposit', 'Withdraw', 'Slashed', 'Minted', 'MintedCredit', 'Burned', 'BurnedDebt', 'Suspended', 'Restored', 'Upgraded', 'Issued', 'Rescinded', 'Locked', 'Unlocked', 'Frozen', 'Thawed', 'TotalIssuanceForced', 'Held', 'BurnedHeld', 'TransferOnHold', 'TransferAndHold', 'Released', 'Unexpected'];
        TransactionPayment: ['TransactionFeePaid'];
        Treasury: ['Spending', 'Awarded', 'Burnt', 'Rollover', 'Deposit', 'SpendApproved', 'UpdatedInactive', 'AssetSpendApproved', 'AssetSpendVoided', 'Paid', 'PaymentFailed', 'SpendProcessed'];
        Staking: ['EraPaid', 'Rewarded', 'Slashed', 'SlashReported', 'OldSlashingReportDiscarded', 'StakersElected', 'Bonded', 'Unbonded', 'Withdrawn', 'Kicked', 'StakingElectionFailed', 'Chilled', 'PayoutStarted', 'ValidatorPrefsSet', 'SnapshotVotersSizeExceeded', 'SnapshotTargetsSizeExceeded', 'ForceEra', 'ControllerBatchDeprecated', 'CurrencyMigrated'];
        Offences: ['Offence'];
        Historical: ['RootStored', 'RootsPruned'];
        Session: ['NewSession', 'NewQueued', 'ValidatorDisabled', 'ValidatorReenabled'];
        Grandpa: ['NewAuthorities', 'Paused', 'Resumed'];
        Identity: ['IdentitySet', 'IdentityCleared', 'IdentityKilled', 'JudgementRequested', 'JudgementUnrequested', 'JudgementGiven', 'RegistrarAdded', 'RegistrarRemoved', 'SubIdentityAdded', 'SubIdentitiesSet', 'SubIdentityRenamed', 'SubIdentityRemoved', 'SubIdentityRevoked', 'AuthorityAdded', 'AuthorityRemoved', 'UsernameSet', 'UsernameQueued', 'PreapprovalExpired', 'PrimaryUsernameSet', 'DanglingUsernameRemoved', 'UsernameUnbound', 'UsernameRemoved', 'UsernameKilled'];
        ConvictionVoting: ['Delegated', 'Undelegated', 'Voted', 'VoteRemoved', 'VoteUnlocked'];
        Referenda: ['Submitted', 'DecisionDepositPlaced', 'DecisionDepositRefunded', 'DepositSlashed', 'DecisionStarted', 'ConfirmStarted', 'ConfirmAborted', 'Confirmed', 'Approved', 'Rejected', 'TimedOut', 'Cancelled', 'Killed', 'SubmissionDepositRefunded', 'MetadataSet', 'MetadataCleared'];
        Registry: ['Reserved', 'ReservationReleased', 'ReservationRevealed', 'ArtifactRegistered', 'VersionPublished', 'VersionSuperseded', 'DigestReclaimed', 'VersionYanked', 'VersionUnyanked', 'CardUpdated', 'LocationsUpdated', 'TagsUpdated', 'TransferProposed', 'TransferCancelled', 'OwnershipTransferred', 'ArtifactRetired', 'VersionRemoved', 'ArtifactRemoved'];
        Provenance: ['RecordsCommitted', 'RecordsExtended', 'RecordProven', 'ConsentWithdrawn', 'Attested', 'AttestationRevoked', 'CommitmentReleased', 'RecordReleased'];
        Market: ['OfferCreated', 'OfferUpdated', 'OfferClosed', 'LicenseBought', 'LicenseRenewed', 'PurchaseRefunded', 'PurchaseSettled', 'PurchaseReleased', 'SettlementFailed', 'LicenseTransferred', 'LicenseReleased', 'CapPledged', 'CapLowered', 'CapReached', 'SalesOpened', 'SalesClosed'];
        Royalties: ['IncomeReceived', 'Distributed', 'PayoutDivided', 'RoyaltyPaid', 'Earned', 'ContributorsPaid', 'SplitSet', 'SplitKept', 'SplitRetired', 'ShareOpened', 'ShareCollected', 'ShareClosed', 'Withdrawn'];
        Rewards: ['EpochEnded', 'EpochRolledOver', 'EpochExpired', 'CreditBooked', 'RewardClaimed', 'RewardExpired', 'ParametersSet', 'CommonsAllotted'];
    };
    errors: {
        System: ['InvalidSpecName', 'SpecVersionNeedsToIncrease', 'FailedToExtractRuntimeVersion', 'NonDefaultComposite', 'NonZeroRefCount', 'CallFiltered', 'MultiBlockMigrationsOngoing', 'NothingAuthorized', 'Unauthorized'];
        Babe: ['InvalidEquivocationProof', 'InvalidKeyOwnershipProof', 'DuplicateOffenceReport', 'InvalidConfiguration'];
        Utility: ['TooManyCalls'];
        Multisig: ['MinimumThreshold', 'AlreadyApproved', 'NoApprovalsNeeded', 'TooFewSignatories', 'TooManySignatories', 'SignatoriesOutOfOrder', 'SenderInSignatories', 'NotFound', 'NotOwner', 'NoTimepoint', 'WrongTimepoint', 'UnexpectedTimepoint', 'MaxWeightTooLow', 'AlreadyStored'];
        Proxy: ['TooMany', 'NotFound', 'NotProxy', 'Unproxyable', 'Duplicate', 'NoPermission', 'Unannounced', 'NoSelfProxy'];
        Preimage: ['TooBig', 'AlreadyNoted', 'NotAuthorized', 'NotNoted', 'Requested', 'NotRequested', 'TooMany', 'TooFew'];
        Scheduler: ['FailedToSchedule', 'NotFound', 'TargetBlockNumberInPast', 'RescheduleNoChange', 'Named'];
        MultiBlockMigrations: ['Ongoing'];
        SafeMode: ['Entered', 'Exited', 'NotConfigured', 'NoDeposit', 'AlreadyDeposited', 'CannotReleaseYet', 'CurrencyError'];
        TxPause: ['IsPaused', 'IsUnpaused', 'Unpausable', 'NotFound'];
        Sudo: ['RequireSudo'];
        Balances: ['VestingBalance', 'LiquidityRestrictions', 'InsufficientBalance', 'ExistentialDeposit', 'Expendability', 'ExistingVestingSchedule', 'DeadAccount', 'TooManyReserves', 'TooManyHolds', 'TooManyFreezes', 'IssuanceDeactivated', 'DeltaZero'];
        Treasury: ['InvalidIndex', 'TooManyApprovals', 'InsufficientPermission', 'ProposalNotApproved', 'FailedToConvertBalance', 'SpendExpired', 'EarlyPayout', 'AlreadyAttempted', 'PayoutError', 'NotAttempted', 'Inconclusive'];
        Staking: ['NotController', 'NotStash', 'AlreadyBonded', 'AlreadyPaired', 'EmptyTargets', 'DuplicateIndex', 'InvalidSlashIndex', 'InsufficientBond', 'NoMoreChunks', 'NoUnlockChunk', 'FundedTarget', 'InvalidEraToReward', 'InvalidNumberOfNominations', 'NotSortedAndUnique', 'AlreadyClaimed', 'InvalidPage', 'IncorrectHistoryDepth', 'IncorrectSlashingSpans', 'BadState', 'TooManyTargets', 'BadTarget', 'CannotChillOther', 'TooManyNominators', 'TooManyValidators', 'CommissionTooLow', 'BoundNotMet', 'ControllerDeprecated', 'CannotRestoreLedger', 'RewardDestinationRestricted', 'NotEnoughFunds', 'VirtualStakerNotAllowed', 'CannotReapStash', 'AlreadyMigrated', 'Restricted'];
        Session: ['InvalidProof', 'NoAssociatedValidatorId', 'DuplicatedKey', 'NoKeys', 'NoAccount'];
        Grandpa: ['PauseFailed', 'ResumeFailed', 'ChangePending', 'TooSoon', 'InvalidKeyOwnershipProof', 'InvalidEquivocationProof', 'DuplicateOffenceReport'];
        Identity: ['TooManySubAccounts', 'NotFound', 'NotNamed', 'EmptyIndex', 'FeeChanged', 'NoIdentity', 'StickyJudgement', 'JudgementGiven', 'InvalidJudgement', 'InvalidIndex', 'InvalidTarget', 'TooManyRegistrars', 'AlreadyClaimed', 'NotSub', 'NotOwned', 'JudgementForDifferentIdentity', 'JudgementPaymentFailed', 'InvalidSuffix', 'NotUsernameAuthority', 'NoAllocation', 'InvalidSignature', 'RequiresSignature', 'InvalidUsername', 'UsernameTaken', 'NoUsername', 'NotExpired', 'TooEarly', 'NotUnbinding', 'AlreadyUnbinding', 'InsufficientPrivileges'];
        ConvictionVoting: ['NotOngoing', 'NotVoter', 'NoPermission', 'NoPermissionYet', 'AlreadyDelegating', 'AlreadyVoting', 'InsufficientFunds', 'NotDelegating', 'Nonsense', 'MaxVotesReached', 'ClassNeeded', 'BadClass'];
        Referenda: ['NotOngoing', 'HasDeposit', 'BadTrack', 'Full', 'QueueEmpty', 'BadReferendum', 'NothingToDo', 'NoTrack', 'Unfinished', 'NoPermission', 'NoDeposit', 'BadStatus', 'PreimageNotExist', 'PreimageStoredWithDifferentLength'];
        Registry: ['ReservationExists', 'ReservationNotFound', 'ReservationTooNew', 'ReservationExpired', 'ReservationNotExpired', 'InvalidName', 'InvalidTag', 'DuplicateTag', 'InvalidLicense', 'InvalidLocation', 'DuplicateLocation', 'InvalidReason', 'EmptyVersion', 'ArtifactExists', 'ArtifactRemoved', 'ArtifactNotFound', 'VersionNotFound', 'NotOwner', 'ArtifactRetired', 'DigestAlreadyPublished', 'DigestRemoved', 'ReservationTooLate', 'RevealWindowClosed', 'RoyaltyTooHigh', 'RoyaltiesTooHigh', 'DuplicateSource', 'SourceNotFound', 'SourceYanked', 'SourceSuperseded', 'SourceRetired', 'RelationMismatch', 'DerivationForbidden', 'LicenseRequired', 'UseForbidden', 'TermsExceedSource', 'RoyaltyAboveLimit', 'AlreadyYanked', 'NotYanked', 'VersionSuperseded', 'AlreadyRetired', 'AlreadyOwner', 'NoTransferProposed', 'NotProposedOwner', 'HasDescendants', 'HasLicenses', 'HasIncome', 'HasVersions', 'TooManyVersions', 'SourceConsentWithdrawn'];
        Provenance: ['VersionNotFound', 'NotOwner', 'NotDataset', 'AlreadyCommitted', 'NoRecords', 'TooManyRecords', 'NotCommitted', 'DifferentArtifact', 'NotNewer', 'AlreadyExtended', 'AlreadyJoined', 'RecordsProven', 'FewerRecords', 'InvalidConsistencyProof', 'TooManyExtensions', 'IndexOutOfRange', 'NoContributor', 'NotContributor', 'InvalidProof', 'AlreadyProven', 'RecordNotFound', 'ConsentAlreadyWithdrawn', 'InvalidLocation', 'TooManyAttestations', 'AttestationNotFound', 'NotAttester', 'VersionExists', 'CommitmentExists', 'CommitmentNotLast'];
        Market: ['VersionNotFound', 'ArtifactNotFound', 'OfferNotFound', 'NotOwner', 'VersionNotAvailable', 'NotCommercial', 'PriceTooLow', 'DurationTooShort', 'SupplyTooLow', 'RefundWindowTooLong', 'TooManyOffers', 'DifferentArtifact', 'CapReached', 'OwnArtifact', 'AlreadyLicensed', 'PriceAboveLimit', 'TermsChanged', 'SoldOut', 'LicenseNotFound', 'NothingToRenew', 'PurchasePending', 'NothingToRefund', 'RefundWindowClosed', 'RefundWindowOpen', 'NothingToSettle', 'NotTransferable', 'LicenseExpired', 'RecipientLicensed', 'RecipientNotFound', 'LicenseLasts', 'CapAlreadyPledged', 'CapNotPledged', 'CapNotLower', 'NotLicensee'];
        Royalties: ['VersionNotFound', 'ArtifactNotFound', 'NotOwner', 'NotDataset', 'SharesNotWhole', 'DuplicateMember', 'ZeroShare', 'MemberNotFound', 'NothingToDistribute', 'NothingToWithdraw', 'EarningsTooSmall', 'ShareNotFound', 'NothingDue', 'SplitNotFound', 'SplitNotKept'];
        Rewards: ['EpochNotEnded', 'RewardsExpired', 'NothingToClaim', 'UsageShareOutOfBounds', 'IssuanceShareOutOfBounds'];
    };
    constants: {
        System: ['BlockWeights', 'BlockLength', 'BlockHashCount', 'DbWeight', 'Version', 'SS58Prefix'];
        Babe: ['EpochDuration', 'ExpectedBlockTime', 'MaxAuthorities', 'MaxNominators'];
        Timestamp: ['MinimumPeriod'];
        Utility: ['batched_calls_limit'];
        Multisig: ['DepositBase', 'DepositFactor', 'MaxSignatories'];
        Proxy: ['ProxyDepositBase', 'ProxyDepositFactor', 'MaxProxies', 'MaxPending', 'AnnouncementDepositBase', 'AnnouncementDepositFactor'];
        Scheduler: ['MaximumWeight', 'MaxScheduledPerBlock'];
        MultiBlockMigrations: ['CursorMaxLen', 'IdentifierMaxLen'];
        SafeMode: ['EnterDuration', 'ExtendDuration', 'EnterDepositAmount', 'ExtendDepositAmount', 'ReleaseDelay'];
        TxPause: ['MaxNameLen'];
        Balances: ['ExistentialDeposit', 'MaxLocks', 'MaxReserves', 'MaxFreezes'];
        TransactionPayment: ['OperationalFeeMultiplier'];
        Treasury: ['SpendPeriod', 'Burn', 'PalletId', 'MaxApprovals', 'PayoutPeriod', 'pot_account'];
        Staking: ['HistoryDepth', 'SessionsPerEra', 'BondingDuration', 'SlashDeferDuration', 'MaxExposurePageSize', 'MaxValidatorSet', 'MaxUnlockingChunks'];
        Session: ['KeyDeposit'];
        Grandpa: ['MaxAuthorities', 'MaxNominators', 'MaxSetIdSessionEntries'];
        Identity: ['BasicDeposit', 'ByteDeposit', 'UsernameDeposit', 'SubAccountDeposit', 'MaxSubAccounts', 'MaxRegistrars', 'PendingUsernameExpiration', 'UsernameGracePeriod', 'MaxSuffixLength', 'MaxUsernameLength'];
        ConvictionVoting: ['MaxVotes', 'VoteLockingPeriod'];
        Referenda: ['SubmissionDeposit', 'MaxQueued', 'UndecidingTimeout', 'AlarmInterval', 'Tracks'];
        Registry: ['ItemDeposit', 'ByteDeposit', 'MaxRoyalty', 'ReservationPeriod', 'RevealWindow', 'MaxName', 'MaxTag', 'MaxTags', 'MaxLicense', 'MaxLocation', 'MaxLocations', 'MaxReason', 'MaxSources', 'MaxPage', 'MaxDepth', 'MaxEdges'];
        Provenance: ['ItemDeposit', 'ByteDeposit', 'MaxRecords', 'MaxSeries', 'MaxInclusionProof', 'MaxConsistencyProof', 'MaxAttestations', 'MaxAttesters', 'MaxTaintPage'];
        Market: ['ItemDeposit', 'ByteDeposit', 'MinPrice', 'MaxRefundWindow', 'IdleShare', 'MaxOffers'];
        Royalties: ['PalletId', 'FeeBeneficiary', 'Commons', 'ItemDeposit', 'ByteDeposit', 'ProtocolFee', 'MinDistribution', 'IdleShare', 'IncomeEpochs', 'MaxMembers', 'MaxSimulated', 'Pot'];
        Rewards: ['PalletId', 'Commons', 'EpochLength', 'ClaimPeriod', 'RebateCap', 'MinUsageShare', 'MaxUsageShare', 'MinIssuanceShare', 'MaxIssuanceShare', 'DefaultParameters', 'IdleShare', 'Pot'];
    };
    viewFns: {};
    apis: {
        Core: ['version', 'execute_block', 'initialize_block'];
        Metadata: ['metadata', 'metadata_at_version', 'metadata_versions'];
        RuntimeViewFunction: ['execute_view_function'];
        BlockBuilder: ['apply_extrinsic', 'finalize_block', 'inherent_extrinsics', 'check_inherents'];
        TaggedTransactionQueue: ['validate_transaction'];
        OffchainWorkerApi: ['offchain_worker'];
        BabeApi: ['configuration', 'current_epoch_start', 'current_epoch', 'next_epoch', 'generate_key_ownership_proof', 'submit_report_equivocation_unsigned_extrinsic'];
        GrandpaApi: ['grandpa_authorities', 'submit_report_equivocation_unsigned_extrinsic', 'generate_key_ownership_proof', 'current_set_id'];
        AuthorityDiscoveryApi: ['authorities'];
        SessionKeys: ['generate_session_keys', 'decode_session_keys'];
        AccountNonceApi: ['account_nonce'];
        TransactionPaymentApi: ['query_info', 'query_fee_details', 'query_weight_to_fee', 'query_length_to_fee'];
        TransactionPaymentCallApi: ['query_call_info', 'query_call_fee_details', 'query_weight_to_fee', 'query_length_to_fee'];
        RegistryApi: ['artifact', 'artifact_by_name', 'artifacts', 'version', 'version_by_digest', 'version_by_number', 'versions', 'latest', 'ancestors', 'descendants', 'publication_deposits'];
        CatalogApi: ['search', 'labels'];
        ProvenanceApi: ['commitment', 'record', 'verify_record', 'attestations', 'taint'];
        MarketApi: ['offer', 'offers', 'quote', 'has_license', 'license', 'licenses', 'sales', 'offer_deposit'];
        RoyaltiesApi: ['vault', 'split', 'earnings', 'share', 'simulate_distribution', 'incomes'];
        RewardsApi: ['running_epoch', 'ended_epoch', 'rewards', 'pending', 'claimable', 'supply_schedule'];
        GenesisBuilder: ['build_state', 'get_preset', 'preset_names'];
    };
};
export type AgoraWhitelistEntry = PalletKey | `query.${NestedKey<AllInteractions['storage']>}` | `tx.${NestedKey<AllInteractions['tx']>}` | `event.${NestedKey<AllInteractions['events']>}` | `error.${NestedKey<AllInteractions['errors']>}` | `const.${NestedKey<AllInteractions['constants']>}` | `view.${NestedKey<AllInteractions['viewFns']>}` | `api.${NestedKey<AllInteractions['apis']>}`;
type PalletKey = `*.${({
    [K in keyof AllInteractions]: K extends 'apis' ? never : keyof AllInteractions[K];
})[keyof AllInteractions]}`;
type NestedKey<D extends Record<string, string[]>> = "*" | {
    [P in keyof D & string]: `${P}.*` | `${P}.${D[P][number]}`;
}[keyof D & string];
