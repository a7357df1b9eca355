package io.github.radiomicsnomogram.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.plot.Scene.Label;
import io.github.radiomicsnomogram.plot.Scene.Style;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;

import org.junit.jupiter.api.Test;

class TextBlockTest {

	@Test
	void wrapsAtSpaces() {
		assertEquals(List.of("aa bb", "cc"), TextBlock.wrap("aa bb cc", 10, Style.PLAIN, 32));
		assertEquals(List.of("aaaaaaaaaaaa", "b"), TextBlock.wrap("aaaaaaaaaaaa b", 10, Style.PLAIN, 32));
	}

	/** The estimate is not smaller than this machine's font needs, for every text of the figures. */
	@Test
	void theEstimateIsWideEnough() {
		final FontRenderContext context = new FontRenderContext(null, true, true);
		for (final Scene.Item item : NomogramFigure.of(FigureCases.predictions().get(0)).items()) {
			if (!(item instanceof Label label)) continue;
			final int style = label.style() == Style.BOLD ? Font.BOLD : label.style() == Style.ITALIC ? Font.ITALIC : Font.PLAIN;
			final double width = new Font(Font.SANS_SERIF, style, 1).deriveFont((float) label.size()).getStringBounds(label
				.text(), context).getWidth();
			assertTrue(width <= TextBlock.width(label.text(), label.size(), label.style()) * 1.02, label.text() + ": " + width);
		}
	}
}
