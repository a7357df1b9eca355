package io.github.radiomicsnomogram.fiji;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.model.CoxTerm;
import io.github.radiomicsnomogram.model.Nomogram.Variable;
import io.github.radiomicsnomogram.model.PrognosticModel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A prediction that was written as JSON, for its values on the nomogram. */
final class SavedPrediction {

	/** Of the points in the file and those of its values: they only differ if the models do. */
	private static final double SAME = 1e-6;

	private final Path file;
	private final JsonObject json;

	private SavedPrediction(final Path file, final JsonObject json) {
		this.file = file;
		this.json = json;
	}

	/**
	 * The values of a prediction by a model.
	 *
	 * @param file prediction.json, as predict writes it
	 * @throws InputException if it can't be read, or is of another model
	 */
	static NomogramValues read(final Path file, final PrognosticModel model) {
		try {
			final JsonElement json = JsonParser.parseString(Files.readString(file));
			if (json.isJsonObject()) return new SavedPrediction(file, json.getAsJsonObject()).values(model);
		}
		catch (final IOException e) {
			throw new InputException("The prediction " + file + " can't be read: there is no such file, or it is no text.", e);
		}
		catch (final JsonParseException | IllegalStateException | UnsupportedOperationException | ClassCastException e) {
			throw notOne(file, e);
		}
		throw notOne(file, null);
	}

	private static InputException notOne(final Path file, final Exception cause) {
		return new InputException("The file " + file + " is no prediction: give a prediction.json, as predict writes it.",
			cause);
	}

	private NomogramValues values(final PrognosticModel model) {
		if (!json.has("model") || !json.has("risk_score")) throw notOne(file, null);
		final String id = json.getAsJsonObject("model").get("id").getAsString();
		if (!id.equals(model.id())) throw new InputException("The prediction " + file + " is by model '" + id +
			"', and the nomogram is of model '" + model.id() + "'. Choose the model file of the prediction.");
		NomogramValues values = new NomogramValues(model, NomogramValues.none(model).values(), subject());
		for (final Variable v : values.nomogram().variables())
			values = v.id().equals(CoxTerm.SIGNATURE) ? values.with(v.id(), json.get("risk_score").getAsDouble()) : values.with(v
				.id(), clinical(v.id()));
		checkPoints(values);
		return values;
	}

	private String clinical(final String id) {
		final JsonElement value = json.has("clinical") ? json.getAsJsonObject("clinical").get(id) : null;
		return value == null || value.isJsonNull() ? "" : value.getAsString();
	}

	private String subject() {
		final JsonElement image = json.get("image");
		return image != null && image.isJsonObject() && image.getAsJsonObject().has("name") ? image.getAsJsonObject().get(
			"name").getAsString() : String.valueOf(file.getFileName());
	}

	/** Two models may have one id; their points tell them apart. */
	private void checkPoints(final NomogramValues values) {
		final JsonElement total = json.get("points_total");
		if (total == null || total.isJsonNull()) return;
		values.reading().total().ifPresent(t -> {
			if (Math.abs(t - total.getAsDouble()) > SAME * Math.max(1, Math.abs(t))) throw new InputException("The prediction " +
				file + " has " + total.getAsDouble() + " points, but this model gives " + t + " for its values: it is by another " +
				"model of the id '" + values.model().id() + "'. Choose the model file of the prediction.");
		});
	}
}
