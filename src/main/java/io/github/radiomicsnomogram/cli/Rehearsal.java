package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.io.NiftiWriter;
import io.github.radiomicsnomogram.io.NrrdWriter;
import io.github.radiomicsnomogram.phantom.Phantom;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Does once what users do most, on a made-up image, so that Java sees the classes that this takes. */
final class Rehearsal {

	private Rehearsal() {}

	/** @param args an empty folder for files */
	public static void main(final String... args) throws java.io.IOException {
		System.setProperty("java.awt.headless", "true");
		final Path folder = Path.of(args[0]);
		final Path image = folder.resolve("image.nrrd"), mask = folder.resolve("mask.nrrd"), nifti = folder.resolve(
			"image.nii.gz"), settings = folder.resolve("settings.yaml"), cases = folder.resolve("cases.csv");
		final Phantom phantom = Phantom.generate();
		NrrdWriter.write(phantom.volume(), image);
		NrrdWriter.write(phantom.mask(), mask);
		NiftiWriter.write(phantom.volume(), nifti);
		Files.writeString(settings, "setting: {binWidth: 25}\nimageType: {Original: {}, Wavelet: {}, LoG: {sigma: [2]}}\n" +
			"featureClass: {firstorder: , glcm: }\n");
		Files.writeString(cases, "Image,Mask\nimage.nrrd,mask.nrrd\n");
		run("--help");
		run("extract", "--help");
		run("extract", "--image", image, "--mask", mask, "--out", folder.resolve("1.csv"));
		run("extract", "--image", image, "--mask", mask);
		run("extract", "--image", nifti, "--mask", mask, "--param", settings, "--out", folder.resolve("2.csv"));
		run("extract", cases, "--out", folder.resolve("3.csv"));
		run("predict", "--image", image, "--mask", mask, "--ki67", "20", "--aln", "positive", "--out", folder.resolve("out"));
		run("inspect", image);
	}

	private static void run(final Object... arguments) {
		final String[] args = new String[arguments.length];
		for (int i = 0; i < args.length; i++)
			args[i] = arguments[i].toString();
		final PrintWriter nowhere = new PrintWriter(new StringWriter());
		Main.run(nowhere, nowhere, args);
	}
}
