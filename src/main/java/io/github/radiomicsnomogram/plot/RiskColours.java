package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.model.RiskGroup;

/** Colours of the risk groups, which people with any colour vision tell apart (Okabe and Ito, 2008). */
public final class RiskColours {

	private static final int BLUE = 0x0072b2;
	private static final int VERMILION = 0xd55e00;

	private RiskColours() {}

	/** The colour of a group, 0xRRGGBB: blue for low, vermilion for high risk. */
	public static int rgb(final RiskGroup group) {
		return group == RiskGroup.HIGH ? VERMILION : BLUE;
	}
}
