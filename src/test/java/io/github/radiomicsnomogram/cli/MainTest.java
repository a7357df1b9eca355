package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Software;

import org.junit.jupiter.api.Test;

class MainTest {

	@Test
	void saysWhatItIs() {
		assertEquals(new Cli(Main.OK, "Radiomics Nomogram " + Software.version() + System.lineSeparator(), ""), Cli.run(
			"--version"));
	}

	@Test
	void helpsOnStdout() {
		final Cli help = Cli.run("--help");
		assertEquals(Main.OK, help.exitCode());
		assertEquals("", help.err());
		assertTrue(help.out().contains("predict") && help.out().contains("extract"), help.out());
		assertTrue(help.out().contains(Software.USE), help.out());
		for (final String verb : new String[] { "predict", "extract" }) {
			final Cli of = Cli.run(verb, "--help");
			assertEquals(Main.OK, of.exitCode());
			assertTrue(of.out().contains("--image=FILE") && of.out().contains("--threads=N"), of.out());
		}
	}

	@Test
	void wrongUseIsExplained() {
		Cli.run().misusedWith("Say what to do: predict or extract or maps or ", " or stats.", "--help");
		Cli.run("predct").misusedWith("predct", "Did you mean");
		Cli.run("predict").misusedWith("Missing required options", "--image=FILE", "--out=FOLDER");
		Cli.run("predict", "--image", "a", "--out", "b", "--mask", "c", "--roi", "d").misusedWith("not both");
		Cli.run("predict", "--image", "a", "--out", "b", "--mask", "d", "--label", "x").misusedWith(
			"--label must be one label, a whole number from 1 to 2147483647, not 'x'.");
		for (final String label : new String[] { "2147483648", "99999999999999999999", "-1", "0", "1.5", "1,2", "all", "" })
			for (final String verb : new String[] { "predict", "convert" })
				Cli.run(verb, "--image", "a", "--out", "b.nrrd", "--roi", "d", "--label", label).misusedWith(
					"--label must be one label", "not '" + label + "'");
		Cli.run("extract").misusedWith("Say what to work on: --image=FILE, or a table of cases.");
		Cli.run("extract", "cases.csv", "--image", "a").misusedWith("not both");
		Cli.run("extract", "cases.csv", "--cases", "b.csv").misusedWith("once");
		Cli.run("extract", "--image", "a", "--out", "b").misusedWith("Say where the ROI is: --mask=FILE or --roi=FILE.");
		Cli.run("extract", "--image", "a", "--mask", "d", "--label", "1,x").misusedWith(
			"--label must be a label (1 to 2147483647)", "not '1,x'");
		Cli.run("extract", "--image", "a", "--mask", "d", "--label", "0").misusedWith("--label must be a label");
		Cli.run("extract", "--image", "a", "--mask", "d", "--jobs", "0").misusedWith("--jobs must be 1");
		Cli.run("extract", "--image", "a", "--mask", "d", "--format", "xls").misusedWith(
			"--format must be one of csv, json, txt, not 'xls'");
		Cli.run("extract", "--image", "a", "--mask", "d", "--resume").misusedWith("--resume needs --out");
		Cli.run("extract", "--image", "a", "--out", "b", "--mask", "d", "--threads", "0").misusedWith("--threads must be 1");
	}

	@Test
	void stackTracesComeOnRequestOnly() {
		final Cli run = Cli.run("extract", "--image", "no-such-file", "--out", "b", "--mask", "d", "--debug");
		assertEquals(Main.REFUSED, run.exitCode());
		assertTrue(run.err().contains("\tat io.github.radiomicsnomogram."), run.err());
	}
}
