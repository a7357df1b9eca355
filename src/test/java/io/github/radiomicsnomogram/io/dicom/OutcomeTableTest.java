package io.github.radiomicsnomogram.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Shared;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/**
 * The page about hospital files says what became of each reference case. {@code mvn test -Dtest=OutcomeTableTest
 * -Dupdate.docs=true} runs the cases and writes the record and the page's table again.
 */
class OutcomeTableTest {

	@Test
	void isUpToDate() throws IOException {
		final Path golden = Shared.path("golden/dicom");
		final List<Outcome> found = new ArrayList<>();
		for (final String id : GoldenDicomTest.cases().toList())
			found.addAll(Outcomes.of(golden.resolve(id)));
		if (Boolean.getBoolean("update.docs")) Outcome.publish(found);
		assertEquals(lines(found), lines(Outcome.published()), Outcome.RECORD + " is stale: run with -Dupdate.docs=true");
	}

	@Test
	void thePageShowsTheRecord() throws IOException {
		assertEquals(Outcome.table(Outcome.published()), Outcome.publishedTable(), Outcome.PAGE +
			" is stale: run with -Dupdate.docs=true");
	}

	@Test
	void everyCaseHasAnOutcomeThatItAllows() {
		final List<Outcome> published = Outcome.published();
		assertEquals(133, published.stream().map(Outcome::id).distinct().count());
		published.forEach(o -> assertTrue(o.isAllowed(), o.toString()));
		final Map<String, List<Outcome>> warned = published.stream().filter(o -> o.expected().startsWith("warn ")).collect(
			Collectors.groupingBy(Outcome::id));
		assertEquals(3, warned.size());
		warned.forEach((id, rois) -> assertTrue(rois.stream().anyMatch(o -> !o.message().isEmpty()), id));
	}

	private static String lines(final List<Outcome> outcomes) {
		return outcomes.stream().map(Outcome::toString).collect(Collectors.joining("\n"));
	}
}
