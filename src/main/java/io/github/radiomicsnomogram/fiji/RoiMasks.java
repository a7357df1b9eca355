package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.preprocess.MaskResampling;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.awt.HeadlessException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * From ImageJ's ROIs and label images to masks. A pixel belongs to a ROI if ImageJ measures it
 * ({@link Roi#getMask()} within {@link Roi#getBounds()}); ROIs on one slice are united. Works headless.
 */
public final class RoiMasks {

	/** Name of overlay elements that results are shown with; they are no ROIs. */
	public static final String OWN_PREFIX = "Radiomics:";

	/** More labels than that are grey values of something else. */
	private static final int MAX_LABELS = 1000;

	private RoiMasks() {}

	/**
	 * ROIs, each on its slice, as one mask.
	 *
	 * @param rois areas with a position, or an image of one slice
	 * @param grid of the image
	 * @throws InputException if there is no ROI, one is no area, lies on no slice or wholly outside the image, or all
	 *           together hold no pixel
	 */
	public static RoiMask of(final List<Roi> rois, final Geometry grid) {
		if (rois.isEmpty()) throw new InputException("There is no ROI. Draw one on each slice of the lesion first.");
		final RoiPainter painter = new RoiPainter(grid);
		for (final Roi roi : rois) {
			RoiPainter.requireArea(roi);
			painter.paint(roi, RoiSlices.of(roi, grid.size(2)));
		}
		return painter.result(name(rois));
	}

	/**
	 * The active ROI of an image as a mask: on the slice that the ROI says, else on the one that is shown.
	 *
	 * @param grid of the same image
	 * @throws InputException if there is none, or it can't be used
	 */
	public static RoiMask ofActive(final ImagePlus image, final Geometry grid) {
		final Roi roi = image.getRoi();
		if (roi == null) throw new InputException("Image '" + image.getTitle() +
			"' has no selection. Outline the lesion with an area tool (freehand, polygon, oval) first.");
		RoiPainter.requireArea(roi);
		final RoiPainter painter = new RoiPainter(grid);
		final int own = RoiSlices.position(roi);
		final int shown = grid.size(2) == 1 ? 1 : image.getCurrentSlice();
		if (own > 0 && own != shown && grid.size(2) > 1) painter.warn("The selection belongs to slice " + own +
			", slice " + shown + " is shown; slice " + own + " is taken.");
		painter.paint(roi, RoiSlices.checked(roi, own > 0 ? own : shown, grid.size(2)));
		return painter.result(name(List.of(roi)));
	}

	/**
	 * One label of a label image as a mask.
	 *
	 * @param labels image on the same grid, calibrated like it
	 * @param label value of the ROI's voxels
	 * @param image that the mask is for
	 * @param resample whether labels on another grid are brought to the image's, or refused
	 * @throws InputException if the grids differ (the message prints both), or no voxel carries the label
	 */
	public static RoiMask ofLabels(final ImagePlus labels, final int label, final Volume image, final boolean resample) {
		final Volume volume = ImagePlusVolumes.ofLabels(labels);
		// Where only one of the two knows its place in the patient, their voxels are what can be compared.
		final Geometry plain = Geometry.axisAligned(image.geometry().size(), image.geometry().spacing());
		final Optional<DicomPlace> place = image.geometry().equals(plain) ? Optional.empty() : DicomPlace.of(labels).filter(
			p -> p.check(labels, volume.geometry()).isPlaced());
		final Geometry own = place.map(DicomPlace::geometry).orElse(volume.geometry());
		final Geometry grid = place.isPresent() ? image.geometry() : plain;
		final Optional<String> other = grid.firstDifference(own);
		if (resample && other.isPresent()) return resampled(Mask.ofLabel(labels.getTitle(), own, volume.voxels(), label), image,
			grid);
		other.ifPresent(difference -> {
			throw new InputException("Image '" + image.info().name() + "' and mask '" + labels.getTitle() +
				"' lie on different grids (" + difference + ").\n  image: " + grid.describe() + "\n  mask:  " + own.describe() +
				"\nMake the mask on this image, give both the same voxel size (Image > Properties...), or let it be resampled (" +
				PredictOptions.RESAMPLE_ROI + ").");
		});
		return new RoiMask(Mask.ofLabel(labels.getTitle(), image.geometry(), volume.voxels(), label), List.of());
	}

	/** Where only voxels can be compared, both begin at the same corner, as in ImageJ's coordinates and scaled copies. */
	private static RoiMask resampled(final Mask own, final Volume image, final Geometry grid) {
		if (grid.equals(image.geometry()) && !grid.equals(Geometry.axisAligned(grid.size(), grid.spacing()))) {
			final MaskResampling done = MaskResampling.onto(image, own);
			return new RoiMask(done.mask(), done.report());
		}
		final double[] corner = new double[3];
		for (int d = 0; d < 3; d++)
			corner[d] = (own.geometry().spacing(d) - grid.spacing(d)) / 2;
		final Geometry moved = new Geometry(own.geometry().size(), own.geometry().spacing(), corner, own.geometry()
			.direction());
		final MaskResampling done = MaskResampling.onto(new Volume(image.voxels(), grid, image.type(), image.info()), Mask.of(
			own.name(), moved, own.box(), own.toBytes()));
		final List<String> report = new ArrayList<>(done.report());
		report.add("Where '" + own.name() + "' and '" + image.info().name() +
			"' lie to each other isn't known, so the outer corners of their first voxels were put together.");
		return new RoiMask(Mask.of(own.name(), image.geometry(), done.mask().box(), done.mask().toBytes()), report);
	}

	/**
	 * The labels of a label image, upwards.
	 *
	 * @throws InputException if it has none, or values that are no labels
	 */
	static List<Integer> labels(final Volume labels, final String title) {
		final TreeSet<Integer> found = new TreeSet<>();
		for (final RealType<?> v : Views.flatIterable(labels.voxels())) {
			final double value = v.getRealDouble();
			if (value >= 1) found.add((int) value);
			if (value != Math.rint(value) || found.size() > MAX_LABELS) throw new InputException("'" + title +
				"' is no label image: it has " + (value != Math.rint(value) ? "the value " + value : "more than " + MAX_LABELS +
					" values") + ".");
		}
		if (found.isEmpty()) throw new InputException("The mask '" + title +
			"' has no label: it is 0 everywhere.");
		return List.copyOf(found);
	}

	/**
	 * The ROIs that a user put in an image's overlay, each on its slice, as one mask. What is no area (text, arrows, lines)
	 * is a remark and left out with a warning; elements of our results are left out without.
	 *
	 * @param grid of the same image
	 * @throws InputException if there is no area, or one can't be used
	 */
	public static RoiMask ofOverlay(final ImagePlus image, final Geometry grid) {
		final List<Roi> all = overlaid(image);
		final List<Roi> areas = all.stream().filter(RoiPainter::isArea).toList();
		if (areas.isEmpty()) throw new InputException("The overlay of image '" + image.getTitle() + "' holds no area" + (all
			.isEmpty() ? "" : ", only " + all.stream().map(RoiPainter::describe).collect(Collectors.joining(", "))) +
			". Outline the lesion with an area tool and add it (Image > Overlay > Add Selection...).");
		final RoiMask mask = of(areas, grid);
		final List<String> warnings = new ArrayList<>(mask.warnings());
		all.stream().filter(r -> !RoiPainter.isArea(r)).forEach(r -> warnings.add("Left out of the ROI: overlay element " +
			RoiPainter.describe(r) + ", which is no area."));
		return new RoiMask(mask.mask(), warnings);
	}

	/** Whether a user put an area in an image's overlay. */
	public static boolean hasOverlaid(final ImagePlus image) {
		return overlaid(image).stream().anyMatch(RoiPainter::isArea);
	}

	/** What a user put in an image's overlay, areas and others. */
	private static List<Roi> overlaid(final ImagePlus image) {
		if (image.getOverlay() == null) return List.of();
		return Arrays.stream(image.getOverlay().toArray()).filter(r -> r.getName() == null || !r.getName().startsWith(
			OWN_PREFIX)).toList();
	}

	/**
	 * The ROIs of the ROI Manager, if it is open, in its order: copies, with a position if the entry's label tells one
	 * ("0012-0345-0123").
	 */
	public static List<Roi> managed() {
		final RoiManager manager = manager();
		if (manager == null) return List.of();
		final Roi[] rois = manager.getRoisAsArray();
		final List<Roi> copies = new ArrayList<>();
		for (int i = 0; i < rois.length; i++)
			copies.add(RoiSlices.named(rois[i], manager.getName(i)));
		return copies;
	}

	/** A macro in batch mode has one without a window, which plain ImageJ can't make without a screen. */
	private static RoiManager manager() {
		try {
			return RoiManager.getInstance2();
		}
		catch (final HeadlessException e) {
			return null;
		}
	}

	private static String name(final List<Roi> rois) {
		final List<String> names = rois.stream().map(RoiPainter::nameOf).distinct().toList();
		return names.size() == 1 ? names.get(0) : names.get(0) + " and " + (names.size() - 1) + " more";
	}
}
