package io.github.radiomicsnomogram.fiji;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;

/** Somebody else's command: not in the package of ours. */
public final class ForeignCommand implements Command {

	@Parameter(style = "file")
	private String path = "";

	@Parameter(visibility = ItemVisibility.MESSAGE, required = false)
	private String message = "";

	@Override
	public void run() {
		message = path;
	}
}
