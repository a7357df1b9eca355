package io.github.radiomicsnomogram.packaging;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a plain ImageJ does with a jar in its plugins folder, in a process of its own: it loads the classes that
 * plugins.config names and runs one with a macro's options. Knows nothing but ij.jar. Prints the image's risk score.
 */
public final class PlainImageJHome {

	private PlainImageJHome() {}

	/** Arguments: image, options of the macro. */
	public static void main(final String[] args) throws Exception {
		String predict = null;
		for (final String line : pluginLines()) {
			final String plugIn = line.substring(line.lastIndexOf(',') + 1).trim();
			Class.forName(plugIn).getConstructor().newInstance();
			if (line.contains("\"Predict Risk...\"")) predict = plugIn;
		}
		final ImagePlus image = IJ.openImage(args[0]);
		WindowManager.setTempCurrentImage(image);
		run(predict, args[1]);
		System.out.println(image.getProp("radiomics.risk_score"));
	}

	private static List<String> pluginLines() throws IOException {
		try (InputStream in = PlainImageJHome.class.getResourceAsStream("/plugins.config")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> l.startsWith("Plugins>")).toList();
		}
	}

	/** ImageJ hands options to plugins in threads of this name only, and knows the current image by thread. */
	private static void run(final String plugIn, final String options) throws InterruptedException {
		final ImagePlus image = WindowManager.getCurrentImage();
		final Thread macro = new Thread(() -> {
			WindowManager.setTempCurrentImage(image);
			Macro.setOptions(options);
			IJ.runPlugIn(plugIn, "");
		}, "Run$_Probe");
		macro.start();
		macro.join();
	}
}
