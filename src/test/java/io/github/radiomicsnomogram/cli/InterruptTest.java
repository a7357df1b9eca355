package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

class InterruptTest {

	private final StringWriter text = new StringWriter();

	@Test
	void whoWatchesSeesALineThatGoesAway() {
		try (Interrupt interrupt = new Interrupt(new PrintWriter(text), true)) {
			interrupt.update(0.251, "Bootstrap");
			interrupt.update(0.254, "Bootstrap");
			interrupt.update(0.5, "Folds");
			assertFalse(interrupt.isCancelled());
		}
		assertEquals("\r 25 %  Bootstrap\r 50 %  Folds    \r" + " ".repeat(12) + "\r", text.toString());
	}

	@Test
	void aLogHoldsNoProgress() {
		try (Interrupt interrupt = new Interrupt(new PrintWriter(text), false)) {
			interrupt.update(0.5, "Folds");
		}
		assertEquals("", text.toString());
	}
}
