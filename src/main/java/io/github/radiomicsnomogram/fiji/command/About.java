package io.github.radiomicsnomogram.fiji.command;

import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.fiji.AboutText;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.ui.UIService;

/** {@code Plugins > Radiomics > About Radiomics Nomogram...}: version, citation, research use. */
@Plugin(type = Command.class, menuPath = Menu.ABOUT, label = "About Radiomics Nomogram", headless = true,
	description = "Version, citation, and what the software may be used for.")
public class About implements Command {

	@Parameter(type = ItemIO.OUTPUT)
	private String text;

	@Parameter
	private LogService log;

	@Parameter(required = false)
	private UIService ui;

	@Override
	public void run() {
		text = AboutText.get();
		if (ui == null || ui.isHeadless()) log.info(text);
		else ui.showDialog(text, "About " + Software.NAME);
	}
}
