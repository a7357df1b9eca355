package io.github.radiomicsnomogram.fiji.command;

import ij.IJ;
import ij.ImagePlus;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.fiji.PredictOptions;
import io.github.radiomicsnomogram.fiji.RoiChoice;
import io.github.radiomicsnomogram.fiji.SettingsChoice;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;

/**
 * Parameters that every command has which extracts with settings of the user's: image, ROI, settings. Parameter names
 * are macro keys and public interface; none is kept for the next run.
 */
abstract class SettingsCommand extends CancelableCommand {

	@Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
	private String hint = "Empty or auto: as the parameter file says, else PyRadiomics' defaults";

	@Parameter(label = "Image", required = false, persist = false)
	private ImagePlus image;

	@Parameter(label = "ROI source", choices = { "auto", "mask", "file", "manager", "overlay", "active" },
		persist = false, description = "auto: the first there is of label image, ROI file, ROI Manager, overlay, selection")
	private String roi_source = RoiChoice.DEFAULT.source();

	@Parameter(label = "Mask (label image)", persist = false,
		description = "Title of an open label image, or a file")
	private String mask = PredictOptions.NONE;

	@Parameter(label = "Label", required = false, persist = false,
		description = "Value of the ROI's voxels in the mask; several (1,2,5) or all")
	private String label = "";

	@Parameter(label = "ROI file", required = false, persist = false, style = "file",
		description = "A .roi or .zip file of ImageJ, a DICOM SEG or RTSTRUCT, or a label image, instead of ROIs on the screen")
	private String roi_file = "";

	@Parameter(label = "ROI name (DICOM)", required = false, persist = false,
		description = "Which ROI of a DICOM file: number, name, or pattern with * and ?, which several may fit; all")
	private String roi_name = "";

	@Parameter(label = "Resample the ROI to the image", persist = false,
		description = "Bring voxels on another grid to the image's by nearest neighbour, and say what that did; else they are refused")
	private boolean resample_roi = RoiChoice.DEFAULT.resample();

	@Parameter(label = "Threshold of a fractional SEG", required = false, persist = false,
		description = "Fraction from which on a voxel of a fractional DICOM SEG is inside, up to 1")
	private String roi_threshold = RoiChoice.DEFAULT.threshold();

	@Parameter(label = "Parameter file", required = false, persist = false, style = "file",
		description = "PyRadiomics' YAML or JSON; what is given below wins over it")
	private String params = "";

	@Parameter(label = "Bin width", required = false, persist = false, description = "In units of the image's values")
	private String bin_width = "";

	@Parameter(label = "Bin count", required = false, persist = false, description = "Instead of a width")
	private String bin_count = "";

	@Parameter(label = "Resample to spacing (mm)", required = false, persist = false,
		description = "x, y, z: 1,1,3; or one number for all three; 0 keeps an axis")
	private String spacing = "";

	@Parameter(label = "Interpolator", persist = false, choices = { "auto", "sitkNearestNeighbor", "sitkLinear",
		"sitkBSpline", "sitkGaussian", "sitkLabelGaussian", "sitkHammingWindowedSinc", "sitkCosineWindowedSinc",
		"sitkWelchWindowedSinc", "sitkLanczosWindowedSinc", "sitkBlackmanWindowedSinc" })
	private String interpolator = SettingsChoice.AUTO;

	@Parameter(label = "Normalize", persist = false, choices = { "auto", "true", "false" })
	private String normalize = SettingsChoice.AUTO;

	@Parameter(label = "Force 2D", persist = false, choices = { "auto", "true", "false" })
	private String force2d = SettingsChoice.AUTO;

	@Parameter(label = "Image types", required = false, persist = false,
		description = "Original, LoG, Wavelet, Square, SquareRoot, Logarithm, Exponential, Gradient, LBP2D, LBP3D")
	private String image_types = "";

	@Parameter(label = "LoG sigma (mm)", required = false, persist = false, description = "1,3,5")
	private String sigma = "";

	@Parameter(label = "Wavelet", required = false, persist = false, description = "coif1, haar, db2, ...")
	private String wavelet = "";

	@Parameter(label = "Features", required = false, persist = false,
		description = "Classes or single features: firstorder,glcm_Correlation")
	private String features = "";

	@Parameter(label = "Other settings", required = false, persist = false,
		description = "Any of PyRadiomics: normalizeScale:100 distances:1,2")
	private String settings = "";

	@Parameter
	private LogService log;

	@Parameter(required = false)
	private StatusService status;

	/** Does the work. */
	abstract void work(ImagePlus input, SciJavaProgress progress, Consumer<String> messages);

	@Override
	public final void run() {
		final SciJavaProgress progress = new SciJavaProgress(status, this);
		try {
			work(image, progress, hasScreen() ? IJ::log : log::info);
		}
		catch (final CancellationException e) {
			cancel("");
		}
		catch (final InputException e) {
			stop(e, log);
		}
		finally {
			progress.finish();
		}
	}

	/** Where the ROI is. */
	final RoiChoice roi() {
		return new RoiChoice(roi_source, mask, label, roi_file, roi_name, resample_roi, roi_threshold);
	}

	/** How to compute. */
	final SettingsChoice settings() {
		return new SettingsChoice(params, bin_width, bin_count, spacing, interpolator, normalize, force2d, image_types, sigma,
			wavelet, features, settings);
	}
}
