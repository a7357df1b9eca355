package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.plot.Scene.Style;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.ArrayList;
import java.util.List;

/**
 * The ROI's outline on the slices of the image, in the colour of the risk group, with the result above: the slice where
 * the ROI is largest, and beside it up to eight others from the first to the last.
 */
public final class OverlayFigure {

	private static final double WIDTH = 760, MARGIN = 24, GAP = 6, MAIN = 468;
	private static final int COLUMNS = 2, OTHERS = 8;
	private static final double TITLE = 13, TEXT = 10, SMALL = 8.5;
	/** Field of view: so many times the ROI's width, and at least so many mm. */
	private static final double WIDE_VIEW = 2.5, WIDE_LEAST = 60, CLOSE_VIEW = 1.4, CLOSE_LEAST = 15;
	private static final Ink SHADE = new Ink(0x000000, 0.5);
	private static final double[] BARS = { 1, 2, 5, 10, 20, 50, 100, 200 };

	private final Volume volume;
	private final Mask mask;
	private final Ink ink;
	private final Window window;
	private final int largest;
	private final Sheet sheet = new Sheet(WIDTH, MARGIN);

	private OverlayFigure(final Volume volume, final Mask mask, final Prediction prediction) {
		this.volume = volume;
		this.mask = mask;
		ink = Ink.of(RiskColours.rgb(prediction.group()));
		largest = largestSlice(mask);
		window = Window.of(volume, largest, prediction.image().sampledMin());
	}

	/**
	 * The figure of a ROI in an image.
	 *
	 * @param volume image; only the shown parts of the shown slices are read
	 * @param mask ROI on the same grid
	 * @param prediction for them
	 */
	public static Scene of(final Volume volume, final Mask mask, final Prediction prediction) {
		final OverlayFigure figure = new OverlayFigure(volume, mask, prediction);
		figure.head(prediction);
		figure.slices();
		figure.foot(prediction);
		return figure.sheet.scene();
	}

	private void head(final Prediction p) {
		sheet.paragraph(Shown.group(p), TITLE, Style.BOLD, ink);
		sheet.paragraph(Shown.nomogram(p), TEXT, Style.BOLD, Ink.BLACK);
		sheet.paragraph(Shown.published(p), TEXT, Style.PLAIN, Ink.BLACK);
		sheet.paragraph(Shown.source(p), TEXT, Style.PLAIN, Sheet.GREY);
		sheet.paragraph(Shown.warnings(p), TEXT, Style.ITALIC, Ink.BLACK);
		sheet.skip(8);
	}

	private void slices() {
		final double top = sheet.y();
		final BoundingBox box = mask.box();
		final double extent = Math.max(box.size(0) * mask.geometry().spacing(0), box.size(1) * mask.geometry().spacing(1));
		final double scale = SlicePanel.around(mask, Math.max(WIDE_LEAST, WIDE_VIEW * extent)).draw(sheet, volume, mask,
			largest, window, MARGIN, top, MAIN, Stroke.of(ink, 1.4));
		caption(MARGIN, top, largest);
		bar(scale, MARGIN + MAIN - 10, top + MAIN - 10);
		final SlicePanel close = SlicePanel.around(mask, Math.max(CLOSE_LEAST, CLOSE_VIEW * extent));
		final double side = (MAIN - 3 * GAP) / 4;
		final List<Integer> others = others();
		for (int i = 0; i < others.size(); i++) {
			final double x = MARGIN + MAIN + GAP + i % COLUMNS * (side + GAP), y = top + i / COLUMNS * (side + GAP);
			close.draw(sheet, volume, mask, others.get(i), window, x, y, side, Stroke.of(ink, 1));
			caption(x, y, others.get(i));
		}
		sheet.skip(MAIN + 10);
	}

	/** Slices count from 1, as on the screen of ImageJ. */
	private void caption(final double x, final double y, final int z) {
		final String text = "slice " + (z + 1);
		sheet.box(x + 2, y + 2, TextBlock.width(text, SMALL, Style.PLAIN) + 6, SMALL + 5, SHADE);
		sheet.text(x + 5, y + SMALL + 3, text, SMALL, Style.PLAIN, Anchor.START, Ink.WHITE);
	}

	private void bar(final double scale, final double right, final double bottom) {
		double length = BARS[0];
		for (final double b : BARS)
			if (b * scale <= MAIN / 4) length = b;
		final double left = right - length * scale;
		sheet.box(left - 4, bottom - SMALL - 8, right - left + 8, SMALL + 12, SHADE);
		sheet.line(left, bottom, right, bottom, Stroke.of(Ink.WHITE, 2));
		sheet.text((left + right) / 2, bottom - 5, Ticks.label(length) + " mm", SMALL, Style.PLAIN, Anchor.MIDDLE,
			Ink.WHITE);
	}

	private void foot(final Prediction p) {
		sheet.paragraph("Window " + Ticks.label(window.black()) + " to " + Ticks.label(window.white()) + (volume.info()
			.valueUnit().isEmpty() ? "" : " " + volume.info().valueUnit()) + ". Model " + p.model().id() + ": " + p.model()
				.citation().shortText() + ", doi:" + p.model().citation().doi() + ". " + Software.NAME + " " + Software
					.version() + ".", SMALL, Style.PLAIN, Sheet.GREY);
		sheet.paragraph(p.model().use(), SMALL, Style.BOLD, Sheet.GREY);
	}

	/** Up to eight slices of the ROI beside the largest, evenly from the first to the last. */
	private List<Integer> others() {
		final List<Integer> slices = new ArrayList<>();
		for (int z = mask.box().z0(); z <= mask.box().z1(); z++)
			if (z != largest && area(mask, z) > 0) slices.add(z);
		if (slices.size() <= OTHERS) return slices;
		final List<Integer> chosen = new ArrayList<>();
		for (int i = 0; i < OTHERS; i++)
			chosen.add(slices.get((int) Math.round(i * (slices.size() - 1) / (OTHERS - 1.0))));
		return chosen;
	}

	/** The slice where the ROI has most voxels, the first of them. */
	static int largestSlice(final Mask mask) {
		int best = mask.box().z0();
		long most = -1;
		for (int z = mask.box().z0(); z <= mask.box().z1(); z++) {
			final long area = area(mask, z);
			if (area > most) {
				most = area;
				best = z;
			}
		}
		return best;
	}

	private static long area(final Mask mask, final int z) {
		final BoundingBox box = mask.box();
		long n = 0;
		for (int y = box.y0(); y <= box.y1(); y++)
			for (int x = box.x0(); x <= box.x1(); x++)
				if (mask.contains(x, y, z)) n++;
		return n;
	}
}
