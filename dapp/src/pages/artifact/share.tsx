// SPDX-License-Identifier: Apache-2.0

// How much of something is reached, as a bar with the same in words.

import css from './artifact.module.css'

export function Share({ label, of, says }: { label: string; of: number; says: string }) {
	const percent = Math.min(100, of * 100)
	const shown = percent > 0 && percent < 1 ? '< 1 %' : `${Math.floor(percent)} %`
	return (
		<div className={css.share}>
			<div
				className={css.bar}
				role="progressbar"
				aria-label={label}
				aria-valuemin={0}
				aria-valuemax={100}
				aria-valuenow={Math.floor(percent)}
			>
				<div style={{ width: `${percent}%` }} />
			</div>
			<div className={css.soft}>
				{label}: {shown}, {says}
			</div>
		</div>
	)
}
