package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.io.CsvTable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A cohort of patients who never lived, with a known truth: three of its features, Ki-67 and the lymph node status move
 * the hazard, nothing else does. Features are named as PyRadiomics names them and have their usual sizes; survival is
 * Weibull with proportional hazards, follow-up is in whole months. A seed always gives the same cohort.
 */
public final class ExampleCohort {

	/** Seed of the cohort that README and the tests use; taken because the training finds all of the truth in it. */
	public static final long SEED = 2035;
	/** Its patients. */
	public static final int PATIENTS = 150;

	/** Features with mean, standard deviation and the log hazard ratio of one standard deviation. */
	private record Truth(String name, double mean, double sd, double effect) {}

	private static final List<Truth> FEATURES = List.of(new Truth("original_shape_Sphericity", 0.62, 0.08, 0),
		new Truth("original_shape_MeshVolume", 14000, 5000, 0), new Truth("original_shape_SurfaceArea", 3600, 900, 0),
		new Truth("original_shape_Maximum3DDiameter", 42, 9, 0), new Truth("original_firstorder_Mean", 55, 14, 0),
		new Truth("original_firstorder_Median", 57, 14, 0), new Truth("original_firstorder_Entropy", 3.1, 0.35, 0.9),
		new Truth("original_firstorder_Skewness", -0.4, 0.5, 0), new Truth("original_firstorder_Kurtosis", 4.2, 0.9, 0),
		new Truth("original_glcm_Correlation", 0.45, 0.1, 0.9), new Truth("original_glcm_Contrast", 4.4, 1.1, 0),
		new Truth("original_glcm_Idm", 0.47, 0.06, 0), new Truth("original_glrlm_RunPercentage", 0.78, 0.07, 0),
		new Truth("original_glrlm_RunEntropy", 4.1, 0.3, 0), new Truth("original_glszm_ZoneEntropy", 5.6, 0.4, -0.9),
		new Truth("original_glszm_ZonePercentage", 0.31, 0.06, 0), new Truth("original_gldm_DependenceEntropy", 6.4, 0.4, 0),
		new Truth("original_ngtdm_Busyness", 2.4, 0.8, 0));

	/** Neighbours in the list resemble each other by this much, but a feature that counts resembles none. */
	private static final double ALIKE = 0.7;
	private static final double KI67_EFFECT = 0.03;
	private static final double ALN_EFFECT = 1.1;
	private static final double SHAPE = 1.3;
	private static final double SCALE = 110;
	private static final double MEAN_KI67 = 28;
	private static final double LATEST = 96;
	private static final double EARLIEST_CENSORING = 30;

	private ExampleCohort() {}

	/** True log hazard ratios: of one standard deviation of each feature that counts, of 1 % Ki-67, of positive nodes. */
	public static Map<String, Double> truth() {
		final Map<String, Double> t = new LinkedHashMap<>();
		FEATURES.stream().filter(f -> f.effect != 0).forEach(f -> t.put(f.name, f.effect));
		t.put("ki67", KI67_EFFECT);
		t.put("aln", ALN_EFFECT);
		return t;
	}

	/** A feature's mean and standard deviation in the population. */
	public static double[] population(final String feature) {
		return FEATURES.stream().filter(f -> f.name.equals(feature)).map(f -> new double[] { f.mean, f.sd }).findFirst()
			.orElseThrow();
	}

	/** True survival at a time of a patient with this linear predictor, measured from an average patient. */
	public static double survival(final double predictor, final double months) {
		return StrictMath.exp(-StrictMath.pow(months / SCALE, SHAPE) * StrictMath.exp(predictor));
	}

	/** The cohort as a table: id, set (two thirds train), clinical variables, follow-up, features, folds. */
	public static CsvTable table(final int patients, final long seed) {
		final Random random = new Random(seed);
		final List<String> header = new ArrayList<>(List.of("id", "set", "age", "grade", "ki67", "aln", "adj_chemo",
			"dfs_months", "dfs_event"));
		FEATURES.forEach(f -> header.add(f.name));
		header.add("foldid");
		final List<List<String>> rows = new ArrayList<>();
		for (int i = 0; i < patients; i++)
			rows.add(patient(i, random));
		return new CsvTable("example-cohort.csv", header, rows);
	}

	private static List<String> patient(final int i, final Random random) {
		final List<String> cells = new ArrayList<>(List.of("E" + (1001 + i), i % 3 < 2 ? "train" : "validation"));
		final int age = (int) Math.round(clamp(52 + 11 * random.nextGaussian(), 27, 82));
		final int ki67 = (int) Math.round(clamp(MEAN_KI67 + 18 * random.nextGaussian(), 1, 90));
		final boolean aln = random.nextDouble() < 0.45;
		cells.addAll(List.of(Integer.toString(age), Integer.toString(1 + random.nextInt(3)), Integer.toString(ki67), aln
			? "positive" : "negative", random.nextBoolean() ? "1" : "0"));
		double lp = KI67_EFFECT * (ki67 - MEAN_KI67) + (aln ? ALN_EFFECT : 0) - 0.45 * ALN_EFFECT;
		final List<String> values = new ArrayList<>();
		double before = 0;
		for (final Truth f : FEATURES) {
			final double own = random.nextGaussian();
			final double z = f.effect != 0 ? own : ALIKE * before + StrictMath.sqrt(1 - ALIKE * ALIKE) * own;
			before = f.effect != 0 ? random.nextGaussian() : z;
			lp += f.effect * z;
			values.add(String.format(Locale.ROOT, "%.6g", f.mean + f.sd * z));
		}
		final double event = SCALE * StrictMath.pow(-StrictMath.log(1 - random.nextDouble()) / StrictMath.exp(lp), 1 / SHAPE);
		final double censoring = EARLIEST_CENSORING + (LATEST - EARLIEST_CENSORING) * random.nextDouble();
		cells.add(Integer.toString((int) Math.max(1, Math.ceil(Math.min(event, censoring)))));
		cells.add(event <= censoring ? "1" : "0");
		cells.addAll(values);
		cells.add(i % 3 < 2 ? Integer.toString(1 + (i / 3 * 2 + i % 3) % 5) : "NA");
		return cells;
	}

	private static double clamp(final double v, final double min, final double max) {
		return Math.max(min, Math.min(max, v));
	}

	/** The table's text. */
	public static String csv(final CsvTable table) {
		final StringBuilder text = new StringBuilder(String.join(",", table.header())).append('\n');
		table.rows().forEach(r -> text.append(String.join(",", r)).append('\n'));
		return text.toString();
	}
}
