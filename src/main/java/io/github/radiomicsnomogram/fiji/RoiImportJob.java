package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.RoiSets;

import java.awt.Color;
import java.awt.HeadlessException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Shows the ROIs of a file on an image: one ROI of ImageJ for each slice of each, in a colour of its own. */
public final class RoiImportJob {

	/** Colours that people of every colour vision tell apart (Okabe and Ito, 2008). */
	private static final int[] COLOURS = { 0x56B4E9, 0xE69F00, 0x009E73, 0xF0E442, 0xD55E00, 0xCC79A7, 0x0072B2 };

	/**
	 * What was shown.
	 *
	 * @param rois as they are in the ROI Manager or overlay
	 * @param names of the ROIs that they are of, in order
	 * @param messages what the user should know
	 */
	public record Result(List<Roi> rois, List<String> names, List<String> messages) {}

	private RoiImportJob() {}

	/**
	 * Reads ROIs and shows them. ROIs that can't be used are left out with a message if there are others.
	 *
	 * @param image stack; null if none is open
	 * @throws InputException if none can be used; the message says what and what to do
	 */
	public static Result run(final ImagePlus image, final RoiImportOptions options, final Progress progress) {
		final ImagePlus stack = PredictJob.stack(image);
		if (!RoiImportOptions.places().contains(options.show())) throw new InputException("'" + options.show() +
			"' is no place to show ROIs (" + RoiImportOptions.SHOW + "); give one of " + String.join(", ", RoiImportOptions
				.places()) + ".");
		final Path file = RoiResolver.path(options.file(), PredictOptions.ROI_FILE);
		final List<String> names = new ArrayList<>(), messages = new ArrayList<>();
		final RoiChoice choice = new RoiChoice(RoiSource.FILE.id(), PredictOptions.NONE, "", options.file(), options.name()
			.isBlank() ? PredictOptions.ALL : options.name(), options.resample(), options.threshold());
		final List<Roi> rois = RoiResolver.isVoxels(file) || RoiSets.accepts(file) ? masks(stack, choice, names, messages,
			progress) : RoiFiles.read(file);
		if (!show(stack, rois, options)) messages.add("There is no ROI Manager without a screen; the ROIs are in the overlay of '" +
			stack.getTitle() + "'");
		return new Result(rois, names, messages);
	}

	private static List<Roi> masks(final ImagePlus stack, final RoiChoice choice, final List<String> names,
		final List<String> messages, final Progress progress)
	{
		final List<LabelledRoi> wanted = RoiResolver.masks(stack, ImagePlusVolumes.of(stack), choice, 1);
		final List<Roi> rois = new ArrayList<>();
		String failure = "";
		for (final LabelledRoi each : wanted)
			try {
				progress.check();
				progress.update((double) names.size() / wanted.size(), "Reading ROI " + each.name());
				final RoiMask mask = each.mask().get();
				final List<Roi> shapes = RoiShapes.of(mask.mask().name().isBlank() ? mask.mask().named("ROI " + each.label())
					: mask.mask());
				final Color colour = new Color(COLOURS[names.size() % COLOURS.length]);
				shapes.forEach(r -> r.setStrokeColor(colour));
				rois.addAll(shapes);
				names.add(each.name());
				messages.addAll(mask.warnings());
			}
			catch (final InputException e) {
				failure = e.getMessage();
				messages.add("Left out: " + failure);
			}
		if (rois.isEmpty()) throw new InputException(failure);
		return rois;
	}

	/** @return false if there is no ROI Manager and the overlay was taken instead */
	private static boolean show(final ImagePlus stack, final List<Roi> rois, final RoiImportOptions options) {
		if (options.show().equals(RoiImportOptions.MANAGER)) try {
			final RoiManager manager = RoiManager.getRoiManager();
			rois.forEach(manager::addRoi);
			manager.runCommand("UseNames", "true");
			manager.runCommand(stack, "Show All");
			return true;
		}
		catch (final HeadlessException e) {
			overlay(stack, rois);
			return false;
		}
		overlay(stack, rois);
		return true;
	}

	private static void overlay(final ImagePlus stack, final List<Roi> rois) {
		final Overlay overlay = stack.getOverlay() == null ? new Overlay() : stack.getOverlay();
		rois.forEach(overlay::add);
		stack.setOverlay(overlay);
		stack.setHideOverlay(false);
	}
}
