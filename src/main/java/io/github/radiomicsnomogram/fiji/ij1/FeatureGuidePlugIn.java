package io.github.radiomicsnomogram.fiji.ij1;

import ij.IJ;
import ij.plugin.PlugIn;

import io.github.radiomicsnomogram.fiji.FeatureGuide;

/** {@code Plugins > Radiomics > Feature Guide} for ImageJ 1. */
public final class FeatureGuidePlugIn implements PlugIn {

	@Override
	public void run(final String arg) {
		FeatureGuide.show(IJ::log);
	}
}
