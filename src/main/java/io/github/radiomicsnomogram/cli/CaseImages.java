package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.cli.RoiOptions.Kind;
import io.github.radiomicsnomogram.cohort.Case;
import io.github.radiomicsnomogram.cohort.ExtractionCells;
import io.github.radiomicsnomogram.cohort.ResultCell;
import io.github.radiomicsnomogram.extract.RoiSelection;
import io.github.radiomicsnomogram.fiji.TiffFormat;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.io.dicom.DicomRoi;
import io.github.radiomicsnomogram.io.dicom.DicomRois;
import io.github.radiomicsnomogram.io.dicom.RoiChoice;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Reach;
import io.github.radiomicsnomogram.volume.Volume;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Reads the images and ROIs of cases. A thread that asks for the same image again gets it from memory. */
final class CaseImages {

	/**
	 * One ROI of a mask.
	 *
	 * @param label its label, or the settings' own for a ROI file
	 * @param mask reads it
	 * @param hash checksum of the whole label image; none for a ROI file
	 */
	record Roi(int label, Supplier<Mask> mask, Optional<Supplier<String>> hash) {

		/** Diagnostics of a case with what only the reader of its mask knows. */
		List<ResultCell> completed(final Case c, final List<ResultCell> cells) {
			final List<ResultCell> hashed = hash.map(h -> ExtractionCells.withMaskHash(cells, h)).orElse(cells);
			return c.labelChannel().isEmpty() ? hashed : ExtractionCells.withSetting(hashed, "label_channel", Integer.toString(c
				.labelChannel().getAsInt()));
		}
	}

	private record Kept(Path file, SoftReference<Volume> volume) {}

	private final ImageFiles files = ImageFiles.with(new TiffFormat());
	private final ImageOptions images;
	private final Reach reach;
	private final ThreadLocal<Kept> last = new ThreadLocal<>();
	private final RoiOptions which;
	private final Set<Path> rois;
	private final BiConsumer<Case, String> warn;

	/**
	 * @param images reads the images, as the user says; masks may be of any format
	 * @param reach how much of them will be looked at
	 * @param which which ROI of a file with several is meant
	 * @param rois files that were given as ROIs, not as label images
	 * @param warn hears what readers noticed
	 */
	CaseImages(final ImageOptions images, final Reach reach, final RoiOptions which, final Set<Path> rois,
		final BiConsumer<Case, String> warn) {
		this.images = images;
		this.reach = reach;
		this.which = which;
		this.rois = Set.copyOf(rois);
		this.warn = warn;
	}

	/** Whether images and masks are streams, which are gone through once. */
	boolean isOnce() {
		return reach == Reach.ONCE;
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
		final Volume volume = images.read(c.image(), reach, progress);
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
		final int label = selection.label(), channel = c.labelChannel().orElse(selection.labelChannel());
		final boolean asRois = rois.contains(c.mask());
		final Kind kind = which.kind(c.mask(), asRois);
		if (kind == Kind.NAMED) return named(c, image, label, progress);
		if (kind == Kind.DRAWN) return List.of(new Roi(label, () -> drawn(c, image), Optional.empty()));
		final boolean once = isOnce() && !asRois;
		final LabelImage labels = new LabelImage(files.openChannel(c.mask(), channel, once ? reach : Reach.WHOLE, progress));
		final List<Integer> wanted = c.labels().all() ? labels.labels() : !c.labels().isDefault() ? c.labels().labels() : List
			.of(which.labelOf(labels, OptionalInt.empty(), label, asRois, w -> warn.accept(c, w)));
		return wanted.stream().map(each -> new Roi(each, () -> which.onGridOf(image, once ? labels.maskAndHash(each) : labels
			.mask(each), w -> warn.accept(c, w)), Optional.of(labels::hash))).toList();
	}

	/** Of a file of ROIs labels are the ROIs' numbers; without one its name, or that it is the only one, decides. */
	private List<Roi> named(final Case c, final Volume image, final int label, final Progress progress) {
		final DicomRois rois = which.read(c.mask());
		if (c.labels().isDefault()) return List.of(new Roi(label, () -> mask(c, rois, which.choice(), image, progress),
			Optional.empty()));
		final List<Integer> numbers = c.labels().all() ? rois.rois().stream().map(DicomRoi::number).distinct().toList() : c
			.labels().labels();
		return numbers.stream().map(n -> new Roi(n, () -> mask(c, rois, RoiChoice.number(n), image, progress), Optional
			.empty())).toList();
	}

	private Mask mask(final Case c, final DicomRois rois, final RoiChoice choice, final Volume image,
		final Progress progress)
	{
		return which.mask(rois, choice, image, w -> warn.accept(c, w), progress);
	}

	/** Whether a file holds ROIs drawn in ImageJ, by its name. */
	static boolean isDrawn(final Path mask) {
		final String name = String.valueOf(mask.getFileName()).toLowerCase(Locale.ROOT);
		return name.endsWith(".roi") || name.endsWith(".zip");
	}

	private Mask drawn(final Case c, final Volume image) {
		if (!c.labels().isDefault()) throw RoiOptions.noLabels(c.mask());
		return which.drawn(c.mask(), image, w -> warn.accept(c, w));
	}
}
