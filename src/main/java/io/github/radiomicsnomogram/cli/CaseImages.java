package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.cohort.Case;
import io.github.radiomicsnomogram.cohort.LabelChoice;
import io.github.radiomicsnomogram.extract.RoiSelection;
import io.github.radiomicsnomogram.fiji.RoiFiles;
import io.github.radiomicsnomogram.fiji.RoiMask;
import io.github.radiomicsnomogram.fiji.TiffFormat;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** Reads the images and ROIs of cases. A thread that asks for the same image again gets it from memory. */
final class CaseImages {

	/** More labels than that are grey values of something else. */
	private static final int MAX_LABELS = 1000;

	/**
	 * One ROI of a mask.
	 *
	 * @param label its label, or the settings' own for a ROI file
	 * @param mask reads it
	 */
	record Roi(int label, Supplier<Mask> mask) {}

	private record Kept(Path file, SoftReference<Volume> volume) {}

	private final ImageFiles files = ImageFiles.with(new TiffFormat());
	private final ThreadLocal<Kept> last = new ThreadLocal<>();
	private final BiConsumer<Case, String> warn;

	/**
	 * @param warn hears what readers noticed
	 */
	CaseImages(final BiConsumer<Case, String> warn) {
		this.warn = warn;
	}

	/** Tells a warning. */
	void warn(final Case c, final String warning) {
		warn.accept(c, warning);
	}

	/** The image of a case. */
	Volume image(final Case c, final Progress progress) {
		final Kept kept = last.get();
		final Volume before = kept != null && kept.file().equals(c.image()) ? kept.volume().get() : null;
		if (before != null) return before;
		last.remove();
		final Volume volume = files.read(c.image(), progress);
		volume.info().warnings().forEach(w -> warn.accept(c, w));
		last.set(new Kept(c.image(), new SoftReference<>(volume)));
		return volume;
	}

	/**
	 * The ROIs of a case; at least one.
	 *
	 * @param selection label and channel for a case that names none
	 */
	List<Roi> rois(final Case c, final Volume image, final RoiSelection selection, final Progress progress) {
		final int label = selection.label(), wanted = c.labelChannel().orElse(selection.labelChannel());
		if (wanted != 0) throw new InputException("'" + c.mask().getFileName() + "': channel " + wanted +
			" is asked for, but only masks with one channel (0) can be read. Save that channel as a mask of its own.");
		if (isDrawn(c.mask())) return List.of(new Roi(label, () -> drawn(c, image)));
		final Volume labels = files.read(c.mask(), progress);
		final List<Roi> rois = new ArrayList<>();
		for (final int each : labels(c, labels, label))
			rois.add(new Roi(each, () -> Mask.ofLabel(labels.info().name(), labels.geometry(), labels.voxels(), each)));
		return rois;
	}

	private static boolean isDrawn(final Path mask) {
		final String name = String.valueOf(mask.getFileName()).toLowerCase(Locale.ROOT);
		return name.endsWith(".roi") || name.endsWith(".zip");
	}

	private Mask drawn(final Case c, final Volume image) {
		if (!c.labels().isDefault()) throw new InputException("'" + c.mask().getFileName() +
			"' is a ROI file, which has no labels. Leave the label out.");
		final RoiMask drawn = RoiFiles.readMask(c.mask(), image);
		drawn.warnings().forEach(w -> warn.accept(c, w));
		return drawn.mask();
	}

	private static List<Integer> labels(final Case c, final Volume labels, final int label) {
		final LabelChoice choice = c.labels();
		if (!choice.all()) return choice.labels().isEmpty() ? List.of(label) : choice.labels();
		final TreeSet<Integer> found = new TreeSet<>();
		for (final RealType<?> v : Views.flatIterable(labels.voxels())) {
			final double value = v.getRealDouble();
			if (value != Math.rint(value) || found.size() > MAX_LABELS) throw new InputException("'" + c.mask().getFileName() +
				"' is no label image: it has " + (found.size() > MAX_LABELS ? "more than " + MAX_LABELS + " values" : "the value " +
					value) + ".");
			if (value >= 1) found.add((int) value);
		}
		if (found.isEmpty()) throw new InputException("The mask '" + labels.info().name() + "' has no label: it is 0 everywhere.");
		return List.copyOf(found);
	}
}
