package io.github.radiomicsnomogram.fiji.ij1;

import ij.IJ;
import ij.plugin.PlugIn;

import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.fiji.AboutText;

/** {@code Plugins > Radiomics > About Radiomics Nomogram...} for ImageJ 1. */
public final class AboutPlugIn implements PlugIn {

	@Override
	public void run(final String arg) {
		IJ.showMessage("About " + Software.NAME, AboutText.get());
	}
}
