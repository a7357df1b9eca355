package io.github.radiomicsnomogram.fiji.ij1;

import ij.IJ;
import ij.ImagePlus;

import io.github.radiomicsnomogram.fiji.MacroOptions;
import io.github.radiomicsnomogram.fiji.MapJob;
import io.github.radiomicsnomogram.fiji.MapOptions;
import io.github.radiomicsnomogram.fiji.MapView;
import io.github.radiomicsnomogram.fiji.SettingsChoice;

import java.util.Optional;

/** {@code Plugins > Radiomics > Feature Maps...} for ImageJ 1, around {@link MapJob}. */
public final class FeatureMapsPlugIn extends JobPlugIn<MapOptions> {

	/** For ImageJ's menu. */
	public FeatureMapsPlugIn() {
		super("Feature Maps", MapOptions.KEYS);
	}

	@Override
	Optional<MapOptions> ask(final ImagePlus image) {
		final MapOptions start = MapOptions.DEFAULTS;
		final JobDialog dialog = new JobDialog("Feature Maps", image);
		dialog.addRoi();
		dialog.addSettings(start.settings());
		dialog.addText(MapKeys.KERNEL_RADIUS, start.kernelRadius());
		dialog.sameRow();
		dialog.addChoice(MapKeys.MASKED_KERNEL, SettingsChoice.truths(), start.maskedKernel());
		dialog.addText(MapKeys.INIT_VALUE, start.initValue());
		dialog.sameRow();
		dialog.addChoice(MapKeys.GRID, MapOptions.grids(), start.grid());
		dialog.addFolder(MapKeys.FOLDER, start.folder());
		dialog.addFlag(MapKeys.OVERLAY, start.overlay());
		dialog.addMessage(ExtractKeys.HINT);
		if (!dialog.show()) return Optional.empty();
		return Optional.of(new MapOptions(dialog.roi(), dialog.settings(), dialog.text(), dialog.choice(), dialog.text(),
			dialog.choice(), dialog.flag(), dialog.text()));
	}

	@Override
	MapOptions options(final MacroOptions macro) {
		return MapOptions.of(macro);
	}

	@Override
	void work(final ImagePlus image, final MapOptions options, final IJProgress progress) {
		MapView.show(MapJob.run(image, options, progress), options, IJ::log);
	}
}
