package io.github.radiomicsnomogram.fiji.ij1;

import ij.plugin.PlugIn;

import io.github.radiomicsnomogram.fiji.Example;

/** {@code Plugins > Radiomics > Open Example} for ImageJ 1. */
public final class OpenExamplePlugIn implements PlugIn {

	@Override
	public void run(final String arg) {
		Example.open();
	}
}
