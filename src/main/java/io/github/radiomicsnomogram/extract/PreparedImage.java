package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.preprocess.Resampled;
import io.github.radiomicsnomogram.preprocess.RoiCrop;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An image and what is done with it before features, in PyRadiomics' order: normalise, resample or crop, check the ROI,
 * resegment, check again. What concerns the whole image is done when it is first needed and then once for all ROIs;
 * several threads may ask at the same time.
 */
public final class PreparedImage {

	private final Volume volume;
	private final ExtractionSettings settings;
	private final ReentrantLock scanning = new ReentrantLock();
	private Volume normalized;
	private ImageScan scan;

	/** Nothing is computed yet. */
	public PreparedImage(final Volume volume, final ExtractionSettings settings) {
		this.volume = volume;
		this.settings = settings;
	}

	/** The image as it was given. */
	public Volume original() {
		return volume;
	}

	/** How it is prepared. */
	public ExtractionSettings settings() {
		return settings;
	}

	/** Checksum and statistics of the image as it was given. */
	ImageScan scan() {
		scanning.lock();
		try {
			if (scan == null) scan = ImageScan.of(volume);
			return scan;
		}
		finally {
			scanning.unlock();
		}
	}

	/** A prepared ROI's voxels; where all of the image is read for its scan anyway, in the same pass. */
	RoiVoxels voxels(final PreparedRoi roi) {
		if (settings.additionalInfo() && roi.image() == volume && scanning.tryLock()) try {
			if (scan == null) {
				final ImageScan.Pass pass = new ImageScan.Pass(volume);
				final RoiVoxels voxels = new RoiVoxels(volume, roi.mask(), pass);
				scan = pass.end();
				return voxels;
			}
		}
		finally {
			scanning.unlock();
		}
		return new RoiVoxels(roi.image(), roi.mask());
	}

	private synchronized Volume normalized(final Progress progress) {
		if (normalized == null) normalized = settings.preprocessing().normalization().map(n -> n.apply(volume, progress))
			.orElse(volume);
		return normalized;
	}

	/**
	 * Prepares a ROI.
	 *
	 * @throws io.github.radiomicsnomogram.InputException if the image can't be normalised or resampled, the ROI lies on
	 *           another grid or is too small, or resegmentation leaves too little of it
	 */
	public PreparedRoi roi(final Mask given, final Progress progress) {
		final Preprocessing steps = settings.preprocessing();
		final List<PreparedRoi.Stage> stages = new ArrayList<>();
		Volume image = normalized(progress);
		Mask mask = given;
		if (steps.resampling().isPresent()) {
			final Resampled resampled = steps.resampling().get().apply(image, mask, progress);
			image = resampled.image();
			mask = resampled.mask();
			stages.add(new PreparedRoi.Stage("interpolated", image, true, mask));
		}
		else if (steps.preCrop().isPresent()) {
			final Resampled cropped = RoiCrop.apply(image, settings.rules().check(image, mask), steps.preCrop().getAsInt());
			image = cropped.image();
			mask = cropped.mask();
		}
		final boolean corrected = settings.rules().correctMask() && settings.rules().differs(image, mask);
		mask = settings.rules().check(image, mask);
		if (corrected) stages.add(new PreparedRoi.Stage("corrected", image, false, mask));
		return resegmented(image, mask, stages);
	}

	private PreparedRoi resegmented(final Volume image, final Mask mask, final List<PreparedRoi.Stage> stages) {
		final Preprocessing steps = settings.preprocessing();
		if (steps.resegmentation().isEmpty()) return new PreparedRoi(image, mask, mask, stages);
		final Mask rest = settings.rules().check(image, steps.resegmentation().get().apply(image, mask));
		stages.add(new PreparedRoi.Stage("resegmented", image, false, rest));
		return new PreparedRoi(image, rest, steps.resegmentShape() ? rest : within(rest.box(), mask), stages);
	}

	/** The part of a ROI in a box, on the same grid. */
	private static Mask within(final BoundingBox box, final Mask mask) {
		if (box.equals(mask.box())) return mask;
		final byte[] inside = new byte[Math.toIntExact(box.voxels())];
		int i = 0;
		for (int z = box.z0(); z <= box.z1(); z++)
			for (int y = box.y0(); y <= box.y1(); y++)
				for (int x = box.x0(); x <= box.x1(); x++)
					inside[i++] = (byte) (mask.contains(x, y, z) ? 1 : 0);
		return Mask.of(mask.name(), mask.geometry(), box, inside);
	}
}
