package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.cohort.LabelChoice;
import io.github.radiomicsnomogram.io.RoiSets;
import io.github.radiomicsnomogram.io.dicom.DicomMask;
import io.github.radiomicsnomogram.io.dicom.DicomRoi;
import io.github.radiomicsnomogram.io.dicom.DicomRois;
import io.github.radiomicsnomogram.io.dicom.Seg;
import io.github.radiomicsnomogram.preprocess.MaskResampling;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;
import java.util.List;

/** The ROIs of a DICOM structure set (RTSTRUCT) or segmentation (SEG) on an image that knows its place in the patient. */
final class DicomRoiMasks {

	private final Path file;
	private final DicomRois rois;
	private final boolean resample;
	private final Volume volume;

	/**
	 * @param choice whose file {@link RoiSets#accepts}
	 * @param image that is open
	 * @param volume the same
	 * @throws InputException if nobody knows where the image lies in the patient, or the file is broken
	 */
	DicomRoiMasks(final RoiChoice choice, final ImagePlus image, final Volume volume) {
		final Path file = RoiResolver.path(choice.file(), PredictOptions.ROI_FILE);
		DicomPlace.unplaced(image, ImagePlusVolumes.geometry(image)).ifPresent(why -> {
			throw new InputException("The ROIs of '" + file + "' are in coordinates of the patient, and where image '" + image
				.getTitle() + "' lies in the patient isn't known: " + why +
				". Open the images with Plugins > Radiomics > Open DICOM Series... and try again.");
		});
		this.file = file;
		this.volume = volume;
		resample = choice.resample();
		final DicomRois read = RoiSets.read(file);
		final double fraction = choice.fraction();
		rois = read instanceof Seg seg ? seg.withThreshold(fraction) : read;
	}

	/**
	 * The only one that a user means.
	 *
	 * @param name number, name or pattern; "" for the only one
	 */
	RoiMask mask(final String name) {
		return mask(choice(name));
	}

	/**
	 * All that a user means.
	 *
	 * @param name number, name or pattern, which several may fit; "all"; "" for the only one
	 * @param labels numbers of ROIs, for a user who names none
	 * @param own label for the only one
	 */
	List<LabelledRoi> masks(final String name, final LabelChoice labels, final int own) {
		if (!name.isBlank() && !labels.isDefault()) throw new InputException("Give the name of a ROI (" +
			PredictOptions.ROI_NAME + ") or its number (" + PredictOptions.LABEL + "), not both.");
		final boolean all = name.strip().equalsIgnoreCase(PredictOptions.ALL) || labels.all();
		if (!all && labels.isSeveral()) return labels.labels().stream().map(n -> labelled(n, true)).toList();
		if (!all && !labels.isDefault()) return List.of(labelled(labels.labels().get(0), false));
		final List<DicomRoi> chosen = all ? rois.rois() : choice(name).among(rois.rois());
		// None, or several without a word which: the reader's own message lists what is there.
		if (!all && (name.isBlank() || chosen.isEmpty() || chosen.size() == 1)) return List.of(only(choice(name), own));
		return chosen.stream().map(r -> labelled(r.number(), true)).toList();
	}

	/** What the file offers. */
	List<DicomRoi> rois() {
		return rois.rois();
	}

	private LabelledRoi only(final io.github.radiomicsnomogram.io.dicom.RoiChoice choice, final int own) {
		final RoiMask mask = mask(choice);
		return new LabelledRoi(own, mask.mask().name(), false, () -> mask);
	}

	private LabelledRoi labelled(final int number, final boolean several) {
		final String name = rois.rois().stream().filter(r -> r.number() == number).map(DicomRoi::name).findFirst().orElse(
			"ROI " + number);
		return new LabelledRoi(number, name, several, () -> mask(io.github.radiomicsnomogram.io.dicom.RoiChoice.number(
			number)));
	}

	private RoiMask mask(final io.github.radiomicsnomogram.io.dicom.RoiChoice choice) {
		final DicomMask read = MaskResampling.read(rois, choice, volume, resample, Progress.NONE);
		return new RoiMask(read.mask(), read.warnings().stream().map(w -> file.getFileName() + ": " + w).toList());
	}

	private static io.github.radiomicsnomogram.io.dicom.RoiChoice choice(final String name) {
		return name.isBlank() ? io.github.radiomicsnomogram.io.dicom.RoiChoice.ONLY
			: io.github.radiomicsnomogram.io.dicom.RoiChoice.parse(name);
	}
}
