package io.github.radiomicsnomogram.report;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.ResultFolder;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.plot.Figure;
import io.github.radiomicsnomogram.plot.Figures;
import io.github.radiomicsnomogram.plot.HonestFigures;
import io.github.radiomicsnomogram.plot.IccFigure;
import io.github.radiomicsnomogram.plot.StudyFigures;
import io.github.radiomicsnomogram.study.HonestValidation;
import io.github.radiomicsnomogram.study.Reproducibility;
import io.github.radiomicsnomogram.study.StudyData.Repeatability;
import io.github.radiomicsnomogram.study.StudyResult;
import io.github.radiomicsnomogram.study.Validation;
import io.github.radiomicsnomogram.survival.IntraclassCorrelation.Estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Which figures a report has, and their files. */
final class ReportFigures {

	private static final double WIDTH = Figure.SINGLE_COLUMN * 1.3;

	private ReportFigures() {}

	/** All of a study. */
	static List<ReportFigure> of(final StudyResult study, final Optional<HonestValidation> honest) {
		final List<ReportFigure> figures = new ArrayList<>();
		if (!study.data().repeatability().isEmpty()) figures.add(repeatability(study));
		StudyFigures.of(study).forEach(f -> figures.add(ReportFigure.of(f)));
		honest.ifPresent(h -> HonestFigures.of(study, h).forEach(f -> figures.add(ReportFigure.of(f))));
		return figures;
	}

	private static ReportFigure repeatability(final StudyResult study) {
		final List<Estimate> values = study.data().repeatability().stream().map(Repeatability::value).map(v -> new Estimate(v,
			v, v)).toList();
		final double threshold = study.file().settings().reproducibility().orElseThrow().threshold();
		return new ReportFigure("icc", "Intraclass correlation of each feature in the table of repeatability; the dotted line is the threshold.",
			new IccFigure("", values, threshold, "ICC").draw(WIDTH));
	}

	/** All of a measurement of repeatability. */
	static List<ReportFigure> of(final Reproducibility repeated) {
		return StudyFigures.of(repeated).stream().map(ReportFigure::of).toList();
	}

	/** All of a validation. */
	static List<ReportFigure> of(final Validation validation, final PrognosticModel model) {
		return StudyFigures.of(validation.cohort(), model.endpoint(), OptionalDouble.of(model.cutoff().value())).stream().map(
			ReportFigure::of).toList();
	}

	/**
	 * Writes SVG, PDF and PNG of each into the folder figures.
	 *
	 * @return what could not be written: PNG on a computer without fonts; empty if all is there
	 */
	static Optional<String> write(final List<ReportFigure> figures, final ResultFolder folder, final Progress progress) {
		Optional<String> lacking = Optional.empty();
		for (int i = 0; i < figures.size(); i++) {
			progress.check();
			final ReportFigure f = figures.get(i);
			progress.update((double) i / figures.size(), "Drawing " + f.name());
			final String name = "figures/" + f.name();
			Figures.writeSvg(f.scene(), folder.file(name + ".svg"));
			Figures.writePdf(f.scene(), folder.file(name + ".pdf"));
			try {
				if (lacking.isEmpty()) Figures.writePng(f.scene(), Figures.PRINT_SCALE, folder.file(name + ".png"));
			}
			catch (final InputException e) {
				lacking = Optional.of(e.getMessage());
			}
		}
		return lacking;
	}
}
