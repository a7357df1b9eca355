package io.github.radiomicsnomogram.fiji;

import ij.IJ;
import ij.ImageJ;
import ij.Menus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.EventQueue;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.swing.JFrame;

/**
 * What a newcomer does in plain ImageJ, in a JVM with nothing but ImageJ on its class path and our jar in the plugins
 * folder. Prints what there is to see, one {@code name=value} a line; {@link ImageJWindowTest} starts and reads it.
 */
public final class ImageJSession {

	private static final long PATIENCE_MS = 300_000, PAUSE_MS = 50;
	private static final String TABLE = "Radiomics Prediction (zhang-2021)";

	private ImageJSession() {}

	public static void main(final String[] args) throws Exception {
		new ImageJ();
		for (final String label : new String[] { "Predict Risk...", "Extract Features...", "Feature Maps...", "Feature Guide",
			"Open Example", "About Radiomics Nomogram..." })
			say("menu " + label, String.valueOf(Menus.getCommands().get(label)));
		final Recorder recorder = new Recorder();
		IJ.doCommand("Open Example");
		await("the example", () -> recorder.getText().contains("Open Example"));
		say("example", WindowManager.getCurrentImage().getTitle());
		IJ.doCommand("Predict Risk...");
		fill(awaitDialog());
		await("the recorded line", () -> recorder.getText().contains("Predict Risk"));
		say("recorded", Arrays.stream(recorder.getText().split("\n")).filter(l -> l.contains("Predict Risk")).findFirst()
			.orElse("nothing"));
		await("the nomogram", () -> WindowManager.getImageCount() == 2);
		recorder.close();
		result("first");
		report("line", "run('Predict Risk...', 'ki67=30 aln=negative show_features');");
		result("second");
		others(args[0], args[1]);
		extract();
		maps();
		guide();
		wrong();
		say("done", "yes");
		System.exit(0);
	}

	/** Types Ki-67 and a status, and presses OK. */
	private static void fill(final GenericDialog dialog) throws Exception {
		say("dialog", dialog.getTitle());
		say("fields", dialog.getStringFields().size() + " texts, " + dialog.getChoices().size() + " choices");
		EventQueue.invokeAndWait(() -> {
			((TextField) dialog.getStringFields().get(5)).setText("20");
			((Choice) dialog.getChoices().get(2)).select("positive");
		});
		press(dialog);
	}

	/** ROIs from the ROI Manager; a model file that has the built-in model's id and is another model. */
	private static void others(final String outlines, final String model) {
		report("line", "run('ROI Manager...'); roiManager('open', '" + outlines + "');");
		report("line", "selectImage('breast-ct'); Overlay.remove; run('Predict Risk...', 'ki67=20 aln=positive');");
		report("manager survival", "selectImage('breast-ct'); p = Property.get('radiomics.survival'); return p;");
		report("line", "selectImage('breast-ct'); run('Predict Risk...', 'roi_source=manager model=[" + model + "]');");
		report("rows after another model", "return '' + Table.size('" + TABLE + "');");
		report("tables", "list = getList('window.titles'); n = 0; for (i = 0; i < list.length; i++) if (startsWith(list[i], " +
			"'Radiomics Prediction')) n++; return '' + n;");
	}

	/** Settings in the dialog; the recorded line gives the same row again. */
	private static void extract() throws Exception {
		final String line = recorded("Extract Features...", dialog -> {
			((TextField) dialog.getStringFields().get(5)).setText("10");
			((TextField) dialog.getStringFields().get(11)).setText("firstorder, glcm_Contrast");
		}, () -> WindowManager.getWindow("Radiomics features") != null);
		IJ.runMacro(line);
		report("extracted rows", "return '' + Table.size('Radiomics features');");
		report("extracted contrasts", "c = Table.getColumn('original_glcm_Contrast', 'Radiomics features'); return '' + (c[0] == " +
			"c[1] && c[0] > 0);");
	}

	/** A map is an image of the same size over which the mouse tells a value with its unit. */
	private static void maps() throws Exception {
		recorded("Feature Maps...", dialog -> {
			((TextField) dialog.getStringFields().get(11)).setText("firstorder_Mean");
			((Checkbox) dialog.getCheckboxes().get(1)).setState(true);
		}, () -> WindowManager.getImage("original_firstorder_Mean") != null);
		report("map", "selectImage('original_firstorder_Mean'); Stack.getDimensions(w, h, c, z, t); return '' + bitDepth + ' bit ' + " +
			"w + ' ' + h + ' ' + z;");
		report("map's overlay", "selectImage('breast-ct'); return '' + (Overlay.size > 14);");
	}

	private static void guide() throws Exception {
		IJ.doCommand("Feature Guide");
		await("the guide", () -> Arrays.stream(Window.getWindows()).anyMatch(w -> w.isVisible() && w instanceof JFrame f && f
			.getTitle().equals("Radiomics Feature Guide")));
		say("guide", "open");
	}

	/** Fills the dialog of a command, presses OK, and waits for the result; the line that was recorded. */
	private static String recorded(final String command, final Consumer<GenericDialog> fill, final BooleanSupplier result)
		throws Exception
	{
		IJ.selectWindow("breast-ct");
		final Recorder recorder = new Recorder();
		IJ.doCommand(command);
		final GenericDialog dialog = awaitDialog();
		EventQueue.invokeAndWait(() -> fill.accept(dialog));
		press(dialog);
		await("the result of " + command, result);
		await("the recorded line", () -> recorder.getText().contains(command));
		final String line = Arrays.stream(recorder.getText().split("\n")).filter(l -> l.contains(command)).findFirst()
			.orElseThrow();
		recorder.close();
		say("recorded " + command, line);
		return line;
	}

	/** A wrong value shows a message, and nothing of an earlier result is taken for its own. */
	private static void wrong() throws Exception {
		IJ.doCommand("Predict Risk...");
		final GenericDialog dialog = awaitDialog();
		EventQueue.invokeAndWait(() -> ((TextField) dialog.getStringFields().get(5)).setText("abc"));
		press(dialog);
		await("a message", () -> visible("Predict Risk") != null && !(visible("Predict Risk") instanceof GenericDialog));
		report("property after an error", "p = Property.get('radiomics.risk_score'); return p;");
		visible("Predict Risk").dispose();
	}

	private static void result(final String run) {
		report(run + " rows", "return '' + Table.size('" + TABLE + "');");
		report(run + " score", "return d2s(Table.get('Risk score', Table.size('" + TABLE + "') - 1, '" + TABLE + "'), 6);");
		report(run + " images", "return '' + nImages;");
		report(run + " overlay", "selectImage('breast-ct'); return '' + Overlay.size;");
		report(run + " survival", "selectImage('breast-ct'); p = Property.get('radiomics.survival'); return p;");
	}

	private static void report(final String name, final String macro) {
		say(name, String.valueOf(IJ.runMacro(macro)));
	}

	private static void press(final GenericDialog dialog) {
		final Button ok = dialog.getButtons()[0];
		EventQueue.invokeLater(() -> dialog.actionPerformed(new ActionEvent(ok, ActionEvent.ACTION_PERFORMED, "OK")));
	}

	private static GenericDialog awaitDialog() throws InterruptedException {
		return await("the dialog", () -> Arrays.stream(Window.getWindows()).filter(w -> w.isVisible() &&
			w instanceof GenericDialog).map(GenericDialog.class::cast).findFirst().orElse(null));
	}

	private static Window visible(final String title) {
		return Arrays.stream(Window.getWindows()).filter(w -> w.isVisible() && w instanceof java.awt.Dialog d && title.equals(d
			.getTitle())).findFirst().orElse(null);
	}

	private static void await(final String what, final BooleanSupplier there) throws InterruptedException {
		await(what, () -> there.getAsBoolean() ? Boolean.TRUE : null);
	}

	private static <T> T await(final String what, final Supplier<T> there) throws InterruptedException {
		for (long waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
			final T found = there.get();
			if (found != null) return found;
			Thread.sleep(PAUSE_MS);
		}
		say("missing", what);
		System.exit(1);
		throw new IllegalStateException(what);
	}

	private static void say(final String name, final String value) {
		System.out.println(name + "=" + value);
	}
}
