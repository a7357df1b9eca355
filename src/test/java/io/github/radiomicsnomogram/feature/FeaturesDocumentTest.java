package io.github.radiomicsnomogram.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * The document of all features is the registry's, line by line. {@code mvn test -Dtest=FeaturesDocumentTest
 * -Dupdate.docs=true} writes it again.
 */
class FeaturesDocumentTest {

	private static final Path DOCUMENT = Path.of("src/site/markdown/features.md");

	@Test
	void isUpToDate() throws IOException {
		final String expected = document(FeatureRegistry.WITH_SHAPE_2D);
		if (Boolean.getBoolean("update.docs")) {
			Files.createDirectories(DOCUMENT.getParent());
			Files.writeString(DOCUMENT, expected);
		}
		assertEquals(expected, Files.readString(DOCUMENT), DOCUMENT + " is stale: run with -Dupdate.docs=true");
	}

	private static String document(final FeatureRegistry registry) {
		final StringBuilder out = new StringBuilder("# Features\n\n");
		out.append("Written from the registry; names and values are those of PyRadiomics 3.1.0. IBSI: code in the reference\n");
		out.append("manual of the Image Biomarker Standardisation Initiative, - where it has none. Units are for CT. Features in\n");
		out.append("*italics* are computed only when they are asked for by name, as PyRadiomics deprecated them.\n\n");
		out.append(registry.features().size()).append(" features.\n");
		registry.families().forEach(family -> append(out, family));
		return out.toString();
	}

	private static void append(final StringBuilder out, final FeatureFamily family) {
		out.append("\n## ").append(family.title()).append(" (`").append(family.id()).append("`)\n\n");
		out.append("| feature | unit | IBSI | formula | undefined when | differs from IBSI |\n|---|---|---|---|---|---|\n");
		for (final Feature f : family.features()) {
			final String name = f.deprecated() ? "*" + f.name() + "*" : f.name();
			out.append("| ").append(String.join(" | ", name, cell(f.unit().label("HU")), f.ibsi(), formula(f.formula()), cell(f
				.undefinedWhen()), cell(f.differsFromIbsi()))).append(" |\n");
		}
		out.append("\nSource: ").append(String.join("; ", family.features().stream().flatMap(f -> Stream.of(f.source().split("; ")))
			.distinct().toList())).append("\n");
	}

	/** A bar would end the cell. */
	private static String formula(final String latex) {
		return "$" + latex.replace("\\|", "\\Vert ").replace("|", "\\vert ") + "$";
	}

	private static String cell(final String text) {
		return text.replace("|", "\\|");
	}
}
