package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.study.ExampleCohort;
import io.github.radiomicsnomogram.study.HonestValidation;
import io.github.radiomicsnomogram.study.Replication;
import io.github.radiomicsnomogram.study.Study;
import io.github.radiomicsnomogram.study.StudyFile;
import io.github.radiomicsnomogram.study.StudyResult;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.Correlations;
import io.github.radiomicsnomogram.survival.CoxData;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.CoxRegression;
import io.github.radiomicsnomogram.survival.DesignMatrix;
import io.github.radiomicsnomogram.survival.IntraclassCorrelation;
import io.github.radiomicsnomogram.survival.KaplanMeier;
import io.github.radiomicsnomogram.survival.LogRank;
import io.github.radiomicsnomogram.survival.SurvivalTimes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/** Writes the printed figures of the reference data into a folder, to be looked at; it is not to be committed. */
final class PrintFiguresDemo {

	private PrintFiguresDemo() {}

	public static void main(final String... args) {
		final Path folder = Path.of(args[0]);
		final CsvTable cohort = CsvTable.read(Shared.path("golden/survival/data/cohort114.csv"));
		final StudyResult study = Study.train(List.of(cohort), Optional.empty(), Replication.study(), Progress.NONE);
		StudyFigures.of(study).forEach(f -> write(f.scene(), folder, f.name()));
		gbsg(folder);
		correlations(folder, new Cohort(cohort), study);
		icc(folder);
		resampling(folder, study);
		example(folder);
	}

	/** The project's own cohort with its honest validation, fewer samples than the study file wants. */
	private static void example(final Path folder) {
		final String yaml = StudyFile.builtIn("example").text().replaceAll("bootstrap: \\d+", "bootstrap: 40").replaceAll(
			"permutations: \\d+", "permutations: 40").replaceAll("repeats: \\d+", "repeats: 1");
		final StudyResult study = Study.train(List.of(ExampleCohort.table(ExampleCohort.PATIENTS, ExampleCohort.SEED)), Optional
			.empty(), StudyFile.parse("example.yaml", yaml), Progress.NONE);
		StudyFigures.of(study).forEach(f -> write(f.scene(), folder, "example-" + f.name()));
		HonestFigures.of(study, HonestValidation.of(study, Progress.NONE)).forEach(f -> write(f.scene(), folder, "example-" + f
			.name()));
	}

	private static void write(final Scene scene, final Path folder, final String name) {
		try {
			Figures.writeAll(scene, folder, name);
		}
		catch (final InputException e) {
			System.out.println(e.getMessage());
		}
		System.out.println(name + " " + scene.width() + " x " + scene.height());
	}

	private static void gbsg(final Path folder) {
		final Cohort c = new Cohort(CsvTable.read(Shared.path("golden/survival/data/gbsg.csv")));
		final double[] months = Arrays.stream(c.numeric("rfstime")).map(t -> t / 30.4375).toArray();
		final SurvivalTimes times = new SurvivalTimes(months, c.flags("status"));
		final double[] grade = c.numeric("grade");
		final int[] group = IntStream.range(0, grade.length).map(i -> (int) grade[i] - 1).toArray();
		final List<KaplanMeierFigure.Group> groups = IntStream.range(0, 3).mapToObj(g -> new KaplanMeierFigure.Group("Grade " +
			(g + 1), new KaplanMeier(times.rows(IntStream.range(0, group.length).filter(i -> group[i] == g).toArray()))))
			.toList();
		write(new KaplanMeierFigure("", groups, "Time since surgery (months)", "Recurrence-free survival", OptionalDouble
			.empty(), List.of(KaplanMeierFigure.note(LogRank.of(times, group))), true).draw(Figure.SINGLE_COLUMN), folder,
			"gbsg-km");
		final List<String> names = List.of("age", "meno", "size", "grade", "nodes", "pgr", "er", "hormon");
		final CoxFit fit = CoxRegression.fit(new CoxData(times, DesignMatrix.numeric(names, names.stream().map(c::numeric)
			.toArray(double[][]::new))));
		write(new ForestFigure("German Breast Cancer Study Group", List.of(new ForestFigure.Block("", IntStream.range(0, names
			.size()).mapToObj(j -> ForestFigure.Row.of(names.get(j), fit, j)).toList())), "Hazard ratio (95% CI)").draw(
				Figure.DOUBLE_COLUMN), folder, "gbsg-forest");
	}

	private static void correlations(final Path folder, final Cohort cohort, final StudyResult study) {
		final List<String> names = study.fit().screen().rows().stream().map(r -> r.name()).toList();
		final double[][] r = Correlations.matrix(names.stream().map(cohort::numeric).toArray(double[][]::new), false);
		write(CorrelationFigure.clustered("All features", names.stream().map(StudyFigures::readable).toList(), r, "Pearson's r")
			.draw(Figure.DOUBLE_COLUMN), folder, "correlation-all");
	}

	private static void icc(final Path folder) {
		final CsvTable t = CsvTable.read(Shared.path("golden/survival/data/icc_repeated.csv"));
		final Cohort c = new Cohort(t);
		final double[] reader = c.numeric("reader"), session = c.numeric("session");
		final List<IntraclassCorrelation.Estimate> all = new ArrayList<>();
		for (final String name : t.header()) {
			if (!name.startsWith("original_")) continue;
			final double[] v = c.numeric(name);
			final int[] a = IntStream.range(0, v.length).filter(i -> reader[i] == 1 && session[i] == 1).toArray();
			final int[] b = IntStream.range(0, v.length).filter(i -> reader[i] == 1 && session[i] == 2).toArray();
			all.add(IntraclassCorrelation.of(IntStream.range(0, a.length).mapToObj(i -> new double[] { v[a[i]], v[b[i]] })
				.toArray(double[][]::new)).agreement());
		}
		write(new IccFigure("Reader 1, two sessions", all, 0.75, "ICC(2,1)").draw(Figure.SINGLE_COLUMN), folder, "icc");
	}

	private static void resampling(final Path folder, final StudyResult study) {
		final Random random = new Random(3);
		final List<String> kept = study.fit().signature().orElseThrow().features();
		write(new FrequencyFigure("", study.fit().screen().rows().stream().map(r -> new FrequencyFigure.Feature(StudyFigures
			.readable(r.name()), kept.contains(r.name()) ? 0.5 + random.nextDouble() / 2 : random.nextDouble() * 0.4, kept
				.contains(r.name()))).toList(), 20, "Share of 200 bootstrap samples").draw(Figure.SINGLE_COLUMN), folder,
			"frequency");
		write(new PermutationFigure("", random.doubles(500).map(u -> 0.5 + 0.25 * (u - 0.4)).toArray(), 0.78, 0.002,
			"Apparent C-index").draw(Figure.SINGLE_COLUMN), folder, "permutation");
	}
}
