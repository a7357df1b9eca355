package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.fiji.command.PredictRisk;

import java.awt.event.KeyEvent;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Escape stops a prediction, which then leaves the image as it was. */
class CancelTest {

	private final ImagePlus image = Example.create();
	private final int elements = image.getOverlay().size();

	@AfterEach
	void forget() {
		IJ.resetEscape();
		WindowManager.setTempCurrentImage(null);
	}

	@Test
	void theJobStopsWhenItsCallerSaysSo() {
		final Progress impatient = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				// Not shown.
			}

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> PredictJob.run(image, PredictOptions.DEFAULTS, impatient));
	}

	@Test
	void escapeStopsTheSciJavaCommand() throws Exception {
		try (Context context = new Context(CommandService.class)) {
			final Future<CommandModule> running = context.service(CommandService.class).run(PredictRisk.class, true, "image",
				image, "show_features", true);
			while (!running.isDone())
				IJ.setKeyDown(KeyEvent.VK_ESCAPE);
			final CommandModule module = running.get();
			assertTrue(module.isCanceled());
			assertNull(module.getCancelReason());
			assertNull(module.getOutput("risk_group"));
			assertUntouched();
		}
	}

	@Test
	void escapeStopsTheImageJCommand() throws Exception {
		MenuTable.install();
		final Thread macro = new Thread(() -> {
			WindowManager.setTempCurrentImage(image);
			IJ.run("Predict Risk...", "show_features");
		});
		macro.start();
		while (macro.isAlive())
			IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		macro.join();
		assertUntouched();
	}

	private void assertUntouched() {
		assertNull(image.getProp(PredictView.PROPERTY + "risk_score"));
		assertEquals(elements, image.getOverlay().size());
	}
}
