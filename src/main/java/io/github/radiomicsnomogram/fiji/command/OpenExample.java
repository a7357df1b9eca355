package io.github.radiomicsnomogram.fiji.command;

import ij.IJ;
import ij.ImagePlus;

import io.github.radiomicsnomogram.fiji.Example;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** {@code Plugins > Radiomics > Open Example}: a made-up breast CT with the lesion's outlines in its overlay. */
@Plugin(type = Command.class, menuPath = Menu.EXAMPLE, label = "Open Example", headless = true,
	description = "Opens a made-up breast CT with an outlined lesion.")
public class OpenExample implements Command {

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus example;

	@Parameter
	private LogService log;

	@Override
	public void run() {
		example = Example.open();
		if (CancelableCommand.hasScreen()) IJ.log(Example.HINT);
		else log.info(Example.HINT);
	}
}
