package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.WindowManager;

import java.util.ArrayList;
import java.util.List;

/** What dialogs offer. */
public final class Choices {

	private Choices() {}

	/** Label images that may be meant: none, or any other open stack of the image's size. */
	public static List<String> masks(final ImagePlus image) {
		final List<String> titles = new ArrayList<>(List.of(PredictOptions.NONE));
		final int[] ids = WindowManager.getIDList();
		if (ids == null || image == null) return titles;
		for (final int id : ids) {
			final ImagePlus other = WindowManager.getImage(id);
			if (other != null && other != image && other.getWidth() == image.getWidth() && other.getHeight() == image
				.getHeight() && other.getStackSize() == image.getStackSize()) titles.add(other.getTitle());
		}
		return titles;
	}

	/** Axillary lymph node status. */
	public static List<String> aln() {
		return List.of(PredictOptions.UNKNOWN, "negative", "positive");
	}
}
