package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.python.util.PythonInterpreter;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandService;

/** What the README says to type works as it is written, and its links lead somewhere. */
class ReadmeTest {

	private static final Path README = Path.of("README.md");
	private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");
	private static final Pattern CODE = Pattern.compile("(?ms)^```[a-z]*\\n(.*?)^```$");

	private static double expected;
	private static String text;

	@BeforeAll
	static void read() throws Exception {
		text = Files.readString(README);
		expected = JsonParser.parseString(Files.readString(Path.of("test-images/expected/prediction.json"))).getAsJsonObject()
			.get("risk_score").getAsDouble();
		MenuTable.install();
	}

	@Test
	void everyLinkOfEveryDocumentLeadsSomewhere() throws IOException {
		for (final String name : List.of("README.md", "CONTRIBUTING.md", "test-images/README.md")) {
			final Path document = Path.of(name);
			final Matcher m = LINK.matcher(Files.readString(document));
			while (m.find())
				assertTrue(Files.exists(document.resolveSibling(m.group(1))), name + " links to " + m.group(1));
		}
	}

	@Test
	void theMacroRuns() {
		final String score = IJ.runMacro(code("run(\"Open Example\");") + "score = Property.get('radiomics.risk_score'); return score;");
		final ImagePlus example = WindowManager.getCurrentImage();
		if (example != null) example.close();
		assertSame(Double.parseDouble(score));
	}

	@Test
	void theJythonScriptRuns() {
		try (Context context = new Context(CommandService.class, StatusService.class);
				PythonInterpreter python = new PythonInterpreter())
		{
			python.set("command", context.service(CommandService.class));
			python.set("image", Example.create());
			python.exec(code("#@ CommandService command"));
			assertSame(python.eval("result.getOutput('risk_score')").asDouble());
		}
	}

	@Test
	void theMainJobNamesFilesThatAreThere() {
		final String command = code("mvn -B -ntp -q package");
		assertEquals(2, Stream.of(command.split("\\s+")).filter(w -> w.startsWith("test-images/")).peek(w -> assertTrue(Files
			.exists(Path.of(w)), w)).count());
	}

	private static void assertSame(final double score) {
		// The features hold to 1e-9.
		assertEquals(1, score / expected, 1e-9);
	}

	/** The code block that contains a text. */
	private static String code(final String part) {
		final Matcher m = CODE.matcher(text);
		while (m.find())
			if (m.group(1).contains(part)) return m.group(1);
		throw new AssertionError("README has no code block with " + part);
	}
}
