package io.github.radiomicsnomogram.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scijava.Cancelable;
import org.scijava.app.StatusService;

class SciJavaProgressTest {

	private final List<String> shown = new ArrayList<>();

	private final StatusService status = (StatusService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {
		StatusService.class }, (proxy, method, values) -> {
			shown.add(method.getName() + (values == null ? "" : Arrays.toString(values)));
			return null;
		});

	/** Fiji's bar goes when it is full; until 0.1 the bar of work that failed stayed where it was. */
	@Test
	void theBarOfWorkThatStoppedIsTakenAway() {
		final Cancelable command = new PredictRisk();
		final SciJavaProgress progress = new SciJavaProgress(status, command);
		progress.update(0.4, "Reading");
		progress.finish();
		assertEquals(List.of("showStatus[400, 1000, Reading]", "showProgress[1000, 1000]", "clearStatus"), shown);
	}

	@Test
	void noStatusBarIsNeeded() {
		final SciJavaProgress progress = new SciJavaProgress(null, new PredictRisk());
		progress.update(1, "");
		progress.finish();
		assertEquals(List.of(), shown);
	}
}
