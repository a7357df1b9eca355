package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Legend.Corner;
import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Stroke;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Risk scores of patients in ascending order, as bars from the cut-off up or down; dark bars had the event.
 *
 * @param title above the plot; may be empty
 * @param scores of the patients; none missing
 * @param events whether each had the event
 * @param cutoff between low and high risk
 * @param scoreLabel of the vertical axis: "Radiomics score"
 */
public record WaterfallFigure(String title, double[] scores, boolean[] events, double cutoff, String scoreLabel)
	implements Figure
{

	private static final double ASPECT = 0.62, FILL = 0.82;

	public WaterfallFigure {
		scores = scores.clone();
		events = events.clone();
	}

	@Override
	public double[] scores() {
		return scores.clone();
	}

	@Override
	public boolean[] events() {
		return events.clone();
	}

	@Override
	public Scene draw(final double width) {
		final int n = scores.length;
		final double low = Math.min(cutoff, Arrays.stream(scores).min().orElse(cutoff));
		final double high = Math.max(cutoff, Arrays.stream(scores).max().orElse(cutoff));
		final Scale y = Scale.covering(low, high, 6, scoreLabel);
		final Scale x = new Scale(0, n, new double[0], new String[0], "");
		final double left = Plot.leftOf(y), top = Plot.above(title);
		final Drawing page = new Drawing();
		final Plot plot = new Plot(page, left, top, width - 8, top + (width - left) * ASPECT, x, y);
		if (!title.isEmpty()) plot.title(title);
		final int[] order = IntStream.range(0, n).boxed().sorted((a, b) -> Double.compare(scores[a], scores[b])).mapToInt(
			Integer::intValue).toArray();
		for (int i = 0; i < n; i++) {
			final double at = i + 0.5;
			plot.line(new double[] { at, at }, new double[] { cutoff, scores[order[i]] }, Stroke.of(events[order[i]]
				? Palette.VERMILION : Palette.ink(6), FILL * (plot.right - plot.left) / n));
		}
		page.line(left, plot.y(cutoff), plot.right, plot.y(cutoff), Print.AXIS_STROKE);
		plot.yAxis();
		page.text((left + plot.right) / 2, plot.bottom + Print.TITLE + 4, "Patients (n = " + n + "), ordered by score",
			Print.TITLE, Anchor.MIDDLE);
		final int had = (int) IntStream.range(0, n).filter(i -> events[i]).count();
		final double below = plot.bottom + Print.TITLE + 6 + Print.MARGIN;
		final double more = new Legend().line("Event (" + had + ")", Stroke.of(Palette.VERMILION, 4)).line(
			"No event so far (" + (n - had) + ")", Stroke.of(Palette.ink(6), 4)).note("Bars start at the cut-off " + Print.fixed(cutoff, 3)).draw(plot,
				Corner.TOP_LEFT, below);
		return page.scene(width, Math.ceil(below + more));
	}
}
