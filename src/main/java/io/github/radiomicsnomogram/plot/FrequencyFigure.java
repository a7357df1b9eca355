package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.plot.Scene.Style;

import java.util.Comparator;
import java.util.List;

/**
 * How often each feature was selected when the selection was repeated on resampled patients, the most frequent first.
 *
 * @param title above the plot; may be empty
 * @param features in any order
 * @param most how many are shown at most
 * @param label of the horizontal axis: "Selected in bootstrap samples"
 */
public record FrequencyFigure(String title, List<Feature> features, int most, String label) implements Figure {

	private static final double ROW = 10.5, BAR = 7.5, NAME_SHARE = 0.5, NUMBER_ROOM = 20;

	/**
	 * A feature.
	 *
	 * @param name for people
	 * @param share of the samples in which it was selected, 0 to 1
	 * @param inModel whether it is in the model that was trained on all patients
	 */
	public record Feature(String name, double share, boolean inModel) {

		private Style style() {
			return inModel ? Style.BOLD : Style.PLAIN;
		}

		private double width() {
			return Helvetica.width(name, Print.TEXT, style());
		}
	}

	public FrequencyFigure {
		features = List.copyOf(features);
	}

	@Override
	public Scene draw(final double width) {
		final List<Feature> shown = features.stream().sorted(Comparator.comparingDouble(Feature::share).reversed()).limit(most)
			.toList();
		final double names = Math.min(NAME_SHARE * width, shown.stream().mapToDouble(Feature::width).max().orElse(0));
		final double left = Print.MARGIN + names + 5, top = Plot.above(title);
		final Drawing page = new Drawing();
		final Scale x = Scale.exact(0, 1, 5, label);
		final Plot plot = new Plot(page, left, top, width - NUMBER_ROOM, top + shown.size() * ROW + 2, x, new Scale(0, 1,
			new double[0], new String[0], ""));
		if (!title.isEmpty()) plot.title(title);
		for (int i = 0; i < shown.size(); i++) {
			final Feature f = shown.get(i);
			final double y = top + 2 + i * ROW, size = Print.TEXT * Math.min(1, names / Math.max(1, f.width()));
			page.text(left - 4, y + BAR / 2 + size * 0.35, f.name, size, f.style(), Anchor.END,
				Scene.Ink.BLACK);
			page.box(left, y, plot.x(f.share), y + BAR, f.inModel ? Palette.BLUE : Palette.PALE, Stroke.NONE);
			page.text(plot.x(f.share) + 3, y + BAR / 2 + Print.SMALL * 0.35, Print.fixed(100 * f.share, 0) + "%", Print.SMALL,
				Anchor.START);
		}
		page.line(left, top, left, plot.bottom, Print.AXIS_STROKE);
		plot.xAxis();
		final double foot = plot.bottom + Plot.BELOW + 4;
		page.box(Print.MARGIN, foot, Print.MARGIN + 7, foot + 6, Palette.BLUE, Stroke.NONE);
		page.text(Print.MARGIN + 10, foot + 5.5, "in the final model", Print.TEXT, Anchor.START);
		page.box(Print.MARGIN + 80, foot, Print.MARGIN + 87, foot + 6, Palette.PALE, Stroke.NONE);
		page.text(Print.MARGIN + 90, foot + 5.5, "not in it", Print.TEXT, Anchor.START);
		return page.scene(width, Math.ceil(foot + 6 + Print.MARGIN));
	}
}
