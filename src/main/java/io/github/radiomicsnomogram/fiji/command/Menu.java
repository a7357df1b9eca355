package io.github.radiomicsnomogram.fiji.command;

/** Where the commands are. The same menu and labels are in plugins.config: then Fiji shows one item for both. */
final class Menu {

	static final String ROOT = "Plugins>Radiomics>";
	static final String PREDICT = ROOT + "Predict Risk...";
	static final String EXAMPLE = ROOT + "Open Example";
	static final String ABOUT = ROOT + "About Radiomics Nomogram...";

	private Menu() {}
}
