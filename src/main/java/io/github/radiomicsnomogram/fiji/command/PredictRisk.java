package io.github.radiomicsnomogram.fiji.command;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.fiji.PredictJob;
import io.github.radiomicsnomogram.fiji.PredictOptions;
import io.github.radiomicsnomogram.fiji.PredictResult;
import io.github.radiomicsnomogram.fiji.PredictView;
import io.github.radiomicsnomogram.model.Prediction;

import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * {@code Plugins > Radiomics > Predict Risk...}: parameters around {@link PredictJob}. Parameter names are macro keys and
 * public interface. None is kept for the next run, so that a macro does the same every time. Files and numbers are text:
 * an empty one stands for "not given", and a wrong one gives a message instead of a default.
 */
@Plugin(type = Command.class, menuPath = Menu.PREDICT, label = "Predict Risk", headless = true,
	description = "Risk score, nomogram points and survival from a CT stack and the outline of a lesion.")
public class PredictRisk extends CancelableCommand {

	@Parameter(label = "CT stack", required = false, persist = false)
	private ImagePlus image;

	@Parameter(label = "ROI source", choices = { "auto", "mask", "file", "manager", "overlay", "active" },
		persist = false, description = "auto: the first there is of label image, ROI file, ROI Manager, overlay, selection")
	private String roi_source = PredictOptions.DEFAULTS.roiSource();

	@Parameter(label = "Mask (label image)", persist = false,
		description = "Title of an open label image, or a file")
	private String mask = PredictOptions.DEFAULTS.mask();

	@Parameter(label = "Label in the mask", persist = false, description = "Value of the lesion's voxels, a whole number")
	private String label = PredictOptions.DEFAULTS.label();

	@Parameter(label = "ROI file", required = false, persist = false, style = "file",
		description = "A .roi or .zip file of ImageJ, a DICOM SEG or RTSTRUCT, or a label image, instead of ROIs on the screen")
	private String roi_file = PredictOptions.DEFAULTS.roiFile();

	@Parameter(label = "ROI name (DICOM)", required = false, persist = false,
		description = "Which ROI of a DICOM file: number, name, or pattern with * and ?; empty: the only one")
	private String roi_name = PredictOptions.DEFAULTS.roiName();

	@Parameter(label = "Resample the ROI to the image", persist = false,
		description = "Bring voxels on another grid to the image's by nearest neighbour, and say what that did; else they are refused")
	private boolean resample_roi = PredictOptions.DEFAULTS.resample();

	@Parameter(label = "Threshold of a fractional SEG", required = false, persist = false,
		description = "Fraction from which on a voxel of a fractional DICOM SEG is inside, up to 1")
	private String roi_threshold = PredictOptions.DEFAULTS.threshold();

	@Parameter(label = "Model", persist = false, style = "file", description = "zhang-2021, or a model file of your own")
	private String model = PredictOptions.DEFAULTS.model();

	@Parameter(label = "Ki-67 at surgery (%)", required = false, persist = false,
		description = "0 to 100; leave empty if it is not known")
	private String ki67 = PredictOptions.DEFAULTS.ki67();

	@Parameter(label = "Lymph node status (ALN)", choices = { "unknown", "negative", "positive" }, persist = false,
		description = "Axillary lymph nodes at surgery")
	private String aln = PredictOptions.DEFAULTS.aln();

	@Parameter(label = "Other clinical values", required = false, persist = false,
		description = "For models of your own, as name:value,name:value")
	private String clinical = PredictOptions.DEFAULTS.clinical();

	@Parameter(label = "Show all features", persist = false, description = "In a table of their own")
	private boolean show_features = PredictOptions.DEFAULTS.showFeatures();

	@Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
	private String use = Software.USE;

	@Parameter(type = ItemIO.OUTPUT)
	private Double risk_score;

	@Parameter(type = ItemIO.OUTPUT, description = "low or high")
	private String risk_group;

	@Parameter(type = ItemIO.OUTPUT, description = "null if a clinical value is missing")
	private Double linear_predictor;

	@Parameter(type = ItemIO.OUTPUT, description = "total points; null if a clinical value is missing")
	private Double points;

	@Parameter(type = ItemIO.OUTPUT, description = "at the model's horizon, 0 to 1; null if a clinical value is missing")
	private Double survival;

	@Parameter(type = ItemIO.OUTPUT)
	private Double survival_low;

	@Parameter(type = ItemIO.OUTPUT)
	private Double survival_high;

	@Parameter(type = ItemIO.OUTPUT, description = "everything, in one row")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, description = "the extracted features, one a row")
	private ResultsTable features;

	@Parameter(type = ItemIO.OUTPUT, description = "the whole prediction, with points for each variable and warnings")
	private Prediction prediction;

	@Parameter
	private LogService log;

	@Parameter(required = false)
	private StatusService status;

	@Override
	public void run() {
		clear();
		final SciJavaProgress progress = new SciJavaProgress(status, this);
		try {
			PredictView.forget(image);
			final PredictResult result = PredictJob.run(image, new PredictOptions(roi_source, mask, label, roi_file, roi_name,
				resample_roi, roi_threshold, model, ki67, aln, clinical, show_features), progress);
			fill(result);
			PredictView.show(result, hasScreen() ? IJ::log : log::info);
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

	/** SciJava has set every number to 0, which would be a score: a command that stops must leave none. */
	private void clear() {
		risk_score = linear_predictor = points = survival = survival_low = survival_high = null;
	}

	private void fill(final PredictResult result) {
		final Prediction p = result.prediction();
		prediction = p;
		risk_score = p.riskScore();
		risk_group = p.group().id();
		linear_predictor = boxed(p.linearPredictor());
		points = boxed(p.pointsTotal());
		survival = p.survival().map(s -> s.survival()).orElse(null);
		survival_low = p.survival().map(s -> s.low()).orElse(null);
		survival_high = p.survival().map(s -> s.high()).orElse(null);
		table = PredictView.table(result);
		features = PredictView.features(result);
	}

	private static Double boxed(final OptionalDouble value) {
		return value.isPresent() ? value.getAsDouble() : null;
	}
}
