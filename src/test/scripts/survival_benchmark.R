# Simulates data, writes them for SurvivalBenchmark.java, and times R on them. Arguments: folder, runs.
suppressMessages({ library(survival); library(glmnet) })
args <- commandArgs(TRUE); runs <- as.integer(args[2]); set.seed(1)
simulate <- function(n, p, file) {
  common <- rnorm(n); x <- matrix(rnorm(n * p), n) * .8 + outer(common, rep(c(.6, 0, -.6, .3), length.out = p))
  lp <- drop(x[, 1:10] %*% rep(c(.4, -.4), 5)); t <- rexp(n) * exp(-lp) * 60; cens <- runif(n, 10, 120)
  d <- list(x = x, time = pmin(round(pmin(t, cens), 1) + .1, 200), event = as.integer(t <= cens), fold = sample(rep(1:10, length = n)))
  con <- file(file.path(args[1], file), "wb"); writeBin(c(n, p, d$time, d$event, d$fold, as.vector(x)), con, endian = "big"); close(con); d }
timed <- function(what, f) { t <- vapply(seq_len(runs), function(i) { s <- system.time(f()); c(s[["elapsed"]], s[["user.self"]] + s[["sys.self"]]) }, numeric(2)); out(what, median(t[1, ])); out(paste0(what, "_cpu"), median(t[2, ])) }
out <- function(key, v) cat(key, format(v, digits = 10), "\n")
a <- simulate(5000, 2000, "screen.bin"); S <- Surv(a$time, a$event); X <- scale(a$x)
screen <- function() lapply(seq_len(ncol(X)), function(j) coxph(S ~ X[, j]))
out("screen_sum", sum(abs(vapply(screen(), coef, 0)))); timed("screen_R", screen)
b <- simulate(500, 1000, "net.bin"); y <- Surv(b$time, b$event)
net <- function() cv.glmnet(b$x, y, family = "cox", foldid = b$fold)
out("net_lambda_min", net()$lambda.min); timed("net_R", net)
