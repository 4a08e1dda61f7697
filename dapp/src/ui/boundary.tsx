// SPDX-License-Identifier: Apache-2.0

// A page that breaks takes nothing else with it.

import { Component, type ReactNode } from 'react'
import { Failed } from './states'

export class Boundary extends Component<{ children: ReactNode }, { error?: unknown }> {
	override state: { error?: unknown } = {}
	static getDerivedStateFromError(error: unknown) {
		return { error }
	}
	override render() {
		if (this.state.error === undefined) return this.props.children
		return (
			<Failed
				what="This page could not be shown."
				error={this.state.error}
				retry={() => this.setState({ error: undefined })}
			/>
		)
	}
}
