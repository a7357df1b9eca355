#!/usr/bin/env Rscript
# Writes src/test/resources/survival/cohort.csv (simulated, no patient data) and oracle.json, R's results for it.
# Run from the project's folder: Rscript src/test/scripts/survival_oracle.R
# R 4.2.2; survival 3.5-3, glmnet 4.1-6, pROC 1.18.0, rms 6.5-0. riskRegression, if installed, must agree with the
# formulas below. Models run until they stand still (eps 1e-14), so that Java may be held to 1e-9.
suppressMessages({ library(survival); library(glmnet); library(pROC); library(rms) })
dir <- "src/test/resources/survival"; dir.create(dir, FALSE, TRUE)

## ---- JSON: 17 digits, NA null, infinite as text, a matrix as an array of rows, I() keeps an array of one
num <- function(v) ifelse(is.na(v) & !is.nan(v), "null", ifelse(is.nan(v), '"NaN"', ifelse(is.infinite(v), ifelse(v > 0, '"Inf"', '"-Inf"'), formatC(v, digits = 17, format = "g", width = 1))))
js <- function(x) {
  if (is.null(x)) return("null")
  if (is.data.frame(x)) x <- as.list(x)
  if (is.matrix(x)) return(paste0("[", paste(apply(x, 1, function(r) js(I(unname(r)))), collapse = ",\n"), "]"))
  if (is.list(x)) { v <- vapply(x, js, ""); return(if (is.null(names(x))) paste0("[", paste(v, collapse = ",\n"), "]") else paste0("{", paste0('"', names(x), '": ', v, collapse = ",\n"), "}")) }
  if (!is.null(names(x)) && !inherits(x, "AsIs")) return(js(as.list(x)))
  v <- if (is.numeric(x)) num(as.numeric(x)) else if (is.logical(x)) ifelse(is.na(x), "null", tolower(x)) else paste0('"', x, '"')
  if (length(x) == 1 && !inherits(x, "AsIs")) unname(v) else paste0("[", paste(v, collapse = ", "), "]") }

## ---- the cohort: Weibull proportional hazards with the coefficients `truth`
truth <- c(age = .03, gradeg2 = .5, gradeg3 = 1, treated = -.6, f1 = .7, f2 = -.5)
make <- function(n = 120, seed = 20240229) {
  set.seed(seed); latent <- matrix(rnorm(n * 3), n)
  f <- sapply(1:12, function(j) latent[, (j - 1) %% 3 + 1] * .8 + rnorm(n) * .6); f <- round(f * rep(c(1, 5, .01, 100), 3)[col(f)], 6); colnames(f) <- paste0("f", 1:12)
  age <- round(rnorm(n, 55, 10)); grade <- sample(c("g1", "g2", "g3"), n, TRUE, c(.4, .35, .25)); centre <- sample(c("a", "b", "c"), n, TRUE); treated <- rbinom(n, 1, .5)
  lp <- truth["age"] * (age - 55) + truth["gradeg2"] * (grade == "g2") + truth["gradeg3"] * (grade == "g3") + truth["treated"] * treated + truth["f1"] * f[, 1] + truth["f2"] * f[, 2] / 5
  t <- (-log(runif(n)) * exp(-lp))^(1 / 1.3) * 60; cens <- runif(n, 10, 90); time <- pmax(1, ceiling(pmin(t, cens))); event <- as.integer(t <= cens)
  s <- drop(scale(lp)); risk_new <- round(plogis(s - .3 + rnorm(n, 0, .4)), 2); risk_old <- round(plogis(.5 * s - .3 + rnorm(n, 0, .6)), 2)
  y <- rbinom(n, 1, plogis(s)); tv <- rnorm(n, 10, 2)
  d <- data.frame(id = sprintf("p%03d", 1:n), time, event, age, grade, centre, treated, w = sample(c(.5, 1, 1.5, 2), n, TRUE), off = round(rnorm(n, 0, .3), 3), y, s1 = round(s + rnorm(n), 1), s2 = round(s + rnorm(n), 4),
    risk_new = pmin(.99, pmax(.01, risk_new)), risk_old = pmin(.99, pmax(.01, risk_old)), r1 = round(tv + rnorm(n, 0, .5), 3), r2 = round(tv + .4 + rnorm(n, 0, .5), 3), r3 = round(tv - .2 + rnorm(n, 0, .8), 3), fold = sample(rep(1:5, length = n)), f)
  d$age[c(7, 50)] <- NA; d$grade[c(20, 90)] <- NA; d }
write.csv(make(), file.path(dir, "cohort.csv"), row.names = FALSE, quote = FALSE)
d <- read.csv(file.path(dir, "cohort.csv")); S <- Surv(d$time, d$event); at <- c(12, 30, 48); types <- c(log = "log", loglog = "log-log", plain = "plain"); out <- list()
tight <- coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 60, toler.inf = 1e-4)
cox <- function(f, ties = "efron", data = d, weighted = FALSE) suppressWarnings(eval(if (weighted) bquote(coxph(.(f), data, weights = w, robust = FALSE, ties = .(ties), control = tight, x = TRUE, model = TRUE)) else bquote(coxph(.(f), data, ties = .(ties), control = tight, x = TRUE, model = TRUE))))

## ---- Cox models
specs <- list(plain = "age + grade + treated + f1", few = "f1 + f2 + treated", stratified = "age + f1 + treated + strata(centre)", crossed = "age + treated + f1 + treated:f1", logged = "log(age) + factor(grade)",
  weighted = "age + treated + f1 + f2", shifted = "age + treated + f1 + f2")
predicted <- function(fit, rows) lapply(types, function(ty) { s <- summary(survfit(fit, newdata = d[rows, ], conf.type = ty), times = at); list(surv = s$surv, error = s$std.err, lower = s$lower, upper = s$upper) })
one <- function(key, ties) { f <- as.formula(paste("Surv(time, event) ~", specs[[key]], if (key == "shifted") "+ offset(off)"))
  fit <- cox(f, ties, weighted = key == "weighted")
  r <- list(n = fit$n, events = fit$nevent, coef = unname(coef(fit)), vcov = fit$var, loglik = fit$loglik, score = fit$score, wald = unname(fit$wald.test), aic = AIC(fit), bic = BIC(fit), means = unname(fit$means))
  if (key == "crossed" || key == "logged" || ties == "exact") return(r)
  if (key == "shifted") r$lp <- unname(predict(fit, type = "lp"))
  r$martingale <- unname(residuals(fit, "martingale")); r$deviance <- unname(residuals(fit, "deviance"))
  if (key != "weighted") r$zph <- lapply(c(km = "km", rank = "rank", identity = "identity", log = "log"), function(tr) unname(cox.zph(fit, tr)$table))
  r$hazard <- basehaz(fit, centered = FALSE)$hazard
  if (key %in% c("plain", "few", "weighted", "shifted")) r$predicted <- predicted(fit, c(1, 2, 3))
  r }
out$cox <- sapply(names(specs), function(k) c(list(terms = specs[[k]]), sapply(c("efron", "breslow", if (k %in% c("plain", "few", "stratified", "shifted")) "exact"), function(ti) one(k, ti), simplify = FALSE)), simplify = FALSE)
## coxph's own choice with fractional weights, and clusters
sandwich <- function(fit) { s <- summary(fit); list(coef = unname(coef(fit)), vcov = fit$var, naive = fit$naive.var, wald = unname(fit$wald.test), score = fit$score, robust_score = fit$rscore, concordance = unname(fit$concordance), z = unname(s$coefficients[, "z"]), p = unname(s$coefficients[, "Pr(>|z|)"]), predicted = { q <- summary(survfit(fit, newdata = d[1:3, ]), times = at); list(surv = q$surv, error = q$std.err) }) }
out$robust <- sapply(c("efron", "breslow"), function(ti) list(
  weighted = sandwich(coxph(Surv(time, event) ~ age + treated + f1 + f2, d, weights = w, ties = ti, control = tight, x = TRUE, model = TRUE)),
  clustered = sandwich(coxph(Surv(time, event) ~ f1 + f2 + treated, d, cluster = fold, ties = ti, control = tight, x = TRUE, model = TRUE)),
  both = sandwich(coxph(Surv(time, event) ~ f1 + f2, d, weights = w, cluster = fold, ties = ti, control = tight, x = TRUE, model = TRUE)),
  asked = sandwich(coxph(Surv(time, event) ~ f1 + f2 + treated, d, robust = TRUE, ties = ti, control = tight, x = TRUE, model = TRUE))), simplify = FALSE)
out$stratified_robust <- { f <- coxph(Surv(time, event) ~ f1 + treated + strata(centre), d, weights = w, cluster = fold, control = tight); list(vcov = f$var, robust_score = f$rscore, concordance = unname(f$concordance)) }
out$truth <- truth

## ---- Kaplan-Meier, log-rank
km <- function(rows) { f <- survfit(S[rows] ~ 1); c(list(time = f$time, n_risk = f$n.risk, n_event = f$n.event, n_censor = f$n.censor, surv = f$surv, error_log = f$std.err, hazard = f$cumhaz, rmean = unname(summary(f, rmean = 40)$table[c("rmean", "se(rmean)")])),
  lapply(types, function(ty) { g <- survfit(S[rows] ~ 1, conf.type = ty); s <- summary(g, times = at); list(surv = s$surv, error = s$std.err, lower = s$lower, upper = s$upper, median = unname(summary(g)$table[c("median", "0.95LCL", "0.95UCL")])) })) }
out$km <- c(list(all = km(1:nrow(d))), sapply(c("a", "b", "c"), function(g) km(which(d$centre == g)), simplify = FALSE))
sdiff <- function(f, rho = 0) { s <- survdiff(f, d, rho = rho); m <- function(v) if (is.matrix(v)) rowSums(v) else v; list(n = I(c(unname(rowSums(as.matrix(s$n))))), observed = unname(m(s$obs)), expected = unname(m(s$exp)), var = s$var, chisq = s$chisq) }
sdn <- function(f, rho = 0) { r <- sdiff(f, rho); r$n <- as.numeric(table(d$centre)); r }
out$logrank <- list(plain = sdn(S ~ centre), rho1 = sdn(S ~ centre, 1), rho_half = sdn(S ~ centre, .5), stratified = sdn(S ~ centre + strata(treated)))

## ---- concordance
conc <- function(...) { k <- concordance(..., reverse = TRUE); list(c = unname(k$concordance), se = unname(sqrt(k$var)), counts = unname(k$count)) }
out$concordance <- sapply(c("s1", "s2", "risk_new"), function(v) { x <- d[[v]]; list(n = conc(S ~ x), S = conc(S ~ x, timewt = "S"), S_over_G = conc(S ~ x, timewt = "S/G"), n_over_G2 = conc(S ~ x, timewt = "n/G2"), I = conc(S ~ x, timewt = "I"), n_ymax = conc(S ~ x, ymax = 36), uno_ymax = conc(S ~ x, timewt = "n/G2", ymax = 36)) }, simplify = FALSE)

## ---- selection of terms
dc <- na.omit(d); stepped <- function(start, direction, k) { all <- ~ age + grade + treated + f1 + f2 + f3 + f4 + f5; full <- eval(bquote(coxph(.(update(all, Surv(time, event) ~ .)), dc, control = tight))); null <- coxph(Surv(time, event) ~ 1, dc, control = tight)
  f <- step(if (start == "full") full else null, scope = list(lower = ~1, upper = all), direction = direction, k = if (k == "aic") 2 else log(sum(dc$event)), trace = 0)
  list(start = start, direction = direction, k = k, steps = I(as.character(f$anova$Step)), aic = f$anova$AIC, deviance = f$anova$`Resid. Dev`, terms = I(attr(terms(f), "term.labels")), coef = unname(coef(f))) }
out$step <- list(stepped("full", "backward", "aic"), stepped("full", "both", "aic"), stepped("null", "forward", "aic"), stepped("null", "both", "aic"), stepped("full", "backward", "bic"))

## ---- univariate screen with corrected P values
scr <- sapply(paste0("f", 1:12), function(v) { z <- as.numeric(scale(d[[v]])); f <- coxph(S ~ z, control = tight); s <- summary(f); c(unname(coef(f)), sqrt(f$var[1]), s$coefficients[1, 5], unname(s$sctest[3]), unname(s$concordance[1]), cox.zph(f, "km")$table[1, 1]) })
out$screen <- list(coef = unname(scr[1, ]), se = unname(scr[2, ]), p = unname(scr[3, ]), score_p = unname(scr[4, ]), c = unname(scr[5, ]), zph = unname(scr[6, ]), holm = p.adjust(unname(scr[3, ]), "holm"), bh = p.adjust(unname(scr[3, ]), "BH"), bonferroni = p.adjust(unname(scr[3, ]), "bonferroni"))

## ---- penalised Cox models: glmnet at given penalties, run to 1e-14
X0 <- as.matrix(d[, paste0("f", 1:12)]); lam <- exp(seq(log(.3), log(.003), length = 25))
net <- function(alpha, std, pf = rep(1, 12)) { g <- glmnet(X0, S, family = "cox", alpha = alpha, standardize = std, lambda = lam, thresh = 1e-14, maxit = 1e7, penalty.factor = pf); list(alpha = alpha, standardize = std, factor = pf, beta = t(as.matrix(g$beta)) |> unname(), dev_ratio = g$dev.ratio, nulldev = g$nulldev, automatic_first = max(glmnet(X0, S, family = "cox", alpha = alpha, standardize = std, penalty.factor = pf)$lambda)) }
out$glmnet <- list(lambda = lam, paths = list(net(1, TRUE), net(.5, TRUE), net(1, FALSE), net(.5, FALSE), net(1, TRUE, c(0, 1, 2, rep(1, 9)))))
## ridge with automatic penalties, whose first fit is one to next to nothing
ridge <- function(alpha) { g <- glmnet(X0, S, family = "cox", alpha = alpha, thresh = 1e-14, maxit = 1e7); k <- cv.glmnet(X0, S, family = "cox", alpha = alpha, foldid = d$fold, thresh = 1e-14, maxit = 1e7); list(alpha = alpha, lambda = g$lambda, beta = t(as.matrix(g$beta)) |> unname(), dev_ratio = g$dev.ratio, cvm = unname(k$cvm), cvsd = unname(k$cvsd), min = k$lambda.min, se1 = k$lambda.1se) }
out$ridge <- list(ridge(0), ridge(.05))
cvg <- function(alpha, grouped) { g <- cv.glmnet(X0, S, family = "cox", alpha = alpha, lambda = lam, foldid = d$fold, grouped = grouped, thresh = 1e-14, maxit = 1e7); list(alpha = alpha, grouped = grouped, cvm = unname(g$cvm), cvsd = unname(g$cvsd), min = g$lambda.min, se1 = g$lambda.1se) }
out$cv <- list(cvg(1, TRUE), cvg(1, FALSE), cvg(.5, TRUE))

## ---- ROC
rc <- function(y, s, dir = "<") { r <- roc(y, s, levels = c(0, 1), direction = dir, quiet = TRUE); b <- function(m) { k <- coords(r, "best", best.method = m, ret = c("threshold", "sensitivity", "specificity", "ppv", "npv", "accuracy"), transpose = FALSE); list(threshold = I(k$threshold), sensitivity = I(k$sensitivity), specificity = I(k$specificity), ppv = I(k$ppv), npv = I(k$npv), accuracy = I(k$accuracy)) }
  list(auc = as.numeric(r$auc), var = var(r, method = "delong"), ci = as.numeric(ci.auc(r, method = "delong"))[c(1, 3)], threshold = r$thresholds, sensitivity = r$sensitivities, specificity = r$specificities, youden = b("youden"), closest = b("closest.topleft")) }
R <- function(y, s) roc(y, s, levels = c(0, 1), direction = "<", quiet = TRUE); ia <- d$centre == "a"
pt <- roc.test(R(d$y, d$s1), R(d$y, d$s2), method = "delong", paired = TRUE); ut <- roc.test(R(d$y[ia], d$s1[ia]), R(d$y[!ia], d$s1[!ia]), method = "delong", paired = FALSE)
out$roc <- list(s1 = rc(d$y, d$s1), s2 = rc(d$y, d$s2), smaller = rc(d$y, -d$s1, ">"), paired = list(statistic = unname(pt$statistic), p = pt$p.value, ci = I(as.numeric(pt$conf.int))), unpaired = list(statistic = unname(ut$statistic), df = unname(ut$parameter), p = ut$p.value))

## ---- time-dependent AUC and Brier score with influence functions (Blanche et al. 2013; Gerds and Schumacher 2006)
G <- function(time, event) { u <- sort(unique(time)); dd <- vapply(u, function(v) sum(time == v & event == 1), 0); cc <- vapply(u, function(v) sum(time == v & event == 0), 0); Y <- vapply(u, function(v) sum(time >= v), 0); list(u = u, c = cc, Y = Y, G = cumprod(ifelse(Y > dd, 1 - cc / (Y - dd), 1))) }
td <- function(time, event, m, t) { n <- length(time); g <- G(time, event); before <- c(1, g$G)[match(time, g$u)]; case <- time <= t & event == 1; free <- time > t; w <- ifelse(case, 1 / before, ifelse(free, 1 / c(1, g$G)[1 + sum(g$u <= t)], 0))
  # effect of patient i on 1/G(s)'s logarithm
  psi <- function(s, left) { k <- if (left) g$u < s else g$u <= s; own <- ifelse(event == 0 & (if (left) time < s else time <= s), n / g$Y[match(time, g$u)], 0); own - vapply(time, function(ti) sum((n * g$c / g$Y^2)[k & g$u <= ti]), 0) }
  P <- vapply(1:n, function(k) if (case[k]) psi(time[k], TRUE) else if (free[k]) psi(t, FALSE) else numeric(n), numeric(n)); K <- outer(m, m, ">") + .5 * outer(m, m, "==")
  mu1 <- sum(w[case]) / n; mu0 <- sum(w[free]) / n; a <- ifelse(case, w * drop(K[, free] %*% w[free]) / n, 0); b <- ifelse(free, w * drop(w[case] %*% K[case, ]) / n, 0); auc <- mean(a) / mu1 / mu0
  term <- (a + b - auc * w * ifelse(case, mu0, ifelse(free, mu1, 0))) / mu1 / mu0; se <- sd(term + drop(P %*% term) / n) / sqrt(n); r <- w * (case - m)^2
  list(t = t, auc = auc, se = se, lower = max(0, auc - qnorm(.975) * se), upper = min(1, auc + qnorm(.975) * se), cases = sum(case), controls = sum(free), brier = mean(r), brier_se = sd(r + drop(P %*% r) / n) / sqrt(n)) }
out$td <- lapply(c(risk_new = "risk_new", risk_old = "risk_old"), function(v) lapply(c(18, 24, 48), function(t) td(d$time, d$event, d[[v]], t)))
if (requireNamespace("riskRegression", quietly = TRUE)) for (v in names(out$td)) for (r in out$td[[v]]) { s <- riskRegression::Score(list(m = d[[v]]), formula = Surv(time, event) ~ 1, data = d, times = r$t, metrics = c("auc", "brier"), cens.model = "km", conf.int = TRUE, null.model = FALSE)
  gap <- c(s$AUC$score$AUC - r$auc, s$AUC$score$se - r$se, s$Brier$score$Brier - r$brier, s$Brier$score$se - r$brier_se); cat("riskRegression less formula", v, r$t, gap, "\n") }

## ---- agreement: ICC by the mean squares of aov, Bland-Altman
long <- data.frame(v = c(d$r1, d$r2, d$r3), s = factor(rep(1:nrow(d), 3)), r = factor(rep(1:3, each = nrow(d)))); ms <- summary(aov(v ~ s + r, long))[[1]]$`Mean Sq`; mw <- summary(aov(v ~ s, long))[[1]]$`Mean Sq`[2]; n <- nrow(d); k <- 3
F1 <- ms[1] / mw; F3 <- ms[1] / ms[3]; q <- function(a, b) qf(.975, a, b); i2 <- (ms[1] - ms[3]) / (ms[1] + (k - 1) * ms[3] + k * (ms[2] - ms[3]) / n)
A <- k * i2 / n / (1 - i2); B <- 1 + k * i2 * (n - 1) / n / (1 - i2); v <- (A * ms[2] + B * ms[3])^2 / ((A * ms[2])^2 / (k - 1) + (B * ms[3])^2 / ((n - 1) * (k - 1))); fl <- q(n - 1, v); fu <- q(v, n - 1)
l1 <- F1 / q(n - 1, n * (k - 1)); u1 <- F1 * q(n * (k - 1), n - 1); l3 <- F3 / q(n - 1, (n - 1) * (k - 1)); u3 <- F3 * q((n - 1) * (k - 1), n - 1); both <- function(l) (l - 1) / (l + k - 1)
out$icc <- list(one = c((F1 - 1) / (F1 + k - 1), both(l1), both(u1)), two = c(i2, n * (ms[1] - fl * ms[3]) / (fl * (k * ms[2] + (k * n - k - n) * ms[3]) + n * ms[1]), n * (fu * ms[1] - ms[3]) / (k * ms[2] + (k * n - k - n) * ms[3] + n * fu * ms[1])), three = c((F3 - 1) / (F3 + k - 1), both(l3), both(u3)),
  means = c(1 - 1 / F1, (ms[1] - ms[3]) / (ms[1] + (ms[2] - ms[3]) / n), 1 - 1 / F3), f = c(F1, F3), p = pf(c(F1, F3), n - 1, c(n * (k - 1), (n - 1) * (k - 1)), lower.tail = FALSE))
dif <- d$r1 - d$r2; out$bland_altman <- c(mean(dif), sd(dif), mean(dif) + c(-1, 1) * qnorm(.975) * sd(dif), sd(dif) / sqrt(n), sd(dif) * sqrt(1 / n + qnorm(.975)^2 / 2 / (n - 1)))

## ---- comparison of groups
tt <- function(t) list(t = unname(t$statistic), df = unname(t$parameter), p = t$p.value, ci = as.numeric(t$conf.int)); an <- summary(aov(f1 ~ centre, d))[[1]]; kr <- kruskal.test(s1 ~ factor(centre), d); wi <- suppressWarnings(wilcox.test(s1 ~ treated, d, exact = FALSE))
ct <- function(a, b) { t <- table(a, b); c1 <- suppressWarnings(chisq.test(t, correct = FALSE)); r <- list(chisq = unname(c1$statistic), p = c1$p.value, expected = min(c1$expected), fisher = fisher.test(t, workspace = 2e7)$p.value)
  if (all(dim(t) == 2)) { y <- suppressWarnings(chisq.test(t)); r$yates <- unname(y$statistic); r$yates_p <- y$p.value; m <- sum(t[1, ]); nn <- sum(t[2, ]); kk <- sum(t[, 1]); s <- max(0, kk - nn):min(kk, m); h <- dhyper(s, m, nn, kk, log = TRUE); pr <- function(z) { e <- h + z * s; e <- exp(e - max(e)); e / sum(e) }
    root <- function(f) exp(uniroot(f, c(-30, 30), tol = 1e-14)$root); o <- t[1, 1]; r$odds <- c(root(function(z) sum(s * pr(z)) - o), root(function(z) sum(pr(z)[s >= o]) - .025), root(function(z) sum(pr(z)[s <= o]) - .025)) }
  r }
out$groups <- list(welch = tt(t.test(f1 ~ treated, d)), pooled = tt(t.test(f1 ~ treated, d, var.equal = TRUE)), anova = list(f = an$`F value`[1], p = an$`Pr(>F)`[1], between = an$`Sum Sq`[1], within = an$`Sum Sq`[2]), kruskal = list(statistic = unname(kr$statistic), p = kr$p.value), wilcoxon = list(w = unname(wi$statistic), p = wi$p.value),
  grade_centre = ct(d$grade, d$centre), treated_y = ct(d$treated, d$y), grade_y = ct(d$grade, d$y))
cr <- cor.test(d$f1, d$f4); out$correlation <- list(r = unname(cr$estimate), t = unname(cr$statistic), p = cr$p.value, ci = as.numeric(cr$conf.int), pearson = unname(cor(X0)[1:4, 1:4]), spearman = unname(cor(cbind(d$s1, d$risk_new), method = "spearman")), vif = unname(diag(solve(cor(X0)))))
out$correlation$cox_vif <- unname(diag(solve(cov2cor(vcov(cox(Surv(time, event) ~ f1 + f4 + f7 + treated))))))

## ---- calibration of survival at 36 predicted as 1 - risk_new; rms's groups; a smooth curve (Austin et al. 2020)
p <- 1 - d$risk_new; g <- 4; cuts <- unique(quantile(c(0, 1, p), seq(0, 1, length = g + 1))); gk <- groupkm(p, S, u = 36, cuts = cuts); z <- log(-log(p)); sl <- coxph(S ~ z, control = tight); kn <- quantile(z, c(.1, .5, .9)); X <- as.matrix(unclass(rcspline.eval(z, knots = kn, inclx = TRUE, norm = 2))); X <- matrix(X, nrow(d))
sm <- coxph(S ~ X, control = tight); bh <- basehaz(sm, centered = FALSE); H <- bh$hazard[max(which(bh$time <= 36))]; ob <- exp(-H * exp(drop(X %*% coef(sm)))); o <- order(p)
out$calibration <- list(size = n %/% g, cuts = unname(cuts), x = unname(gk[, "x"]), n = unname(gk[, "n"]), events = unname(gk[, "events"]), km = unname(gk[, "KM"]), error = unname(gk[, "std.err"]), slope = unname(coef(sl)), slope_se = sqrt(sl$var[1]), observed_expected = (1 - summary(survfit(S ~ 1), times = 36)$surv) / mean(1 - p), predicted = p[o], observed = ob[o], ici = mean(abs(ob - p)))

## ---- nomogram
dd <- datadist(d[, c("age", "f1", "treated")]); options(datadist = "dd"); dn <- d[!is.na(d$age), ]; cp <- cph(Surv(time, event) ~ age + treated + f1, dn, x = TRUE, y = TRUE, surv = TRUE, time.inc = 36, eps = 1e-13, iter.max = 50, tol = 1e-16); sv <- Survival(cp); nm <- nomogram(cp, fun = function(l) sv(36, l), funlabel = "S36"); inf <- attr(nm, "info")
out$nomogram <- list(coef = unname(coef(cp)), centre = unname(cp$center), per_unit = unname(inf$sc), at_zero = unname(inf$Intercept), age = list(value = nm$age$age, points = unname(nm$age$points)), treated = list(value = nm$treated$treated, points = unname(nm$treated$points)), f1 = list(value = nm$f1$f1, points = unname(nm$f1$points)), total = unname(nm$total.points$x), lp = list(lp = unname(nm$lp$x.real), total = unname(nm$lp$x)), survival = list(value = unname(nm$S36$x.real), total = as.numeric(nm$S36$x)), s_of_total = as.numeric(sv(36, inf$Intercept + nm$total.points$x / inf$sc)))

## ---- decision curve by the definition, reclassification (Pencina et al. 2008, 2011), subgroups
risk36 <- function(r) { f <- survfit(S[r] ~ 1); k <- which(f$time <= 36); if (length(k)) 1 - f$surv[max(k)] else 0 }; thr <- seq(.05, .95, .05)
nb <- function(v, eq) vapply(thr, function(q) { r <- if (eq) v >= q else v > q; if (any(r)) { s <- risk36(r); mean(r) * (s - (1 - s) * q / (1 - q)) } else 0 }, 0)
out$dca <- list(threshold = thr, gt = nb(d$risk_new, FALSE), ge = nb(d$risk_new, TRUE), all = { s <- risk36(rep(TRUE, n)); s - (1 - s) * thr / (1 - thr) }, binary = vapply(thr, function(q) (sum(d$y == 1 & d$risk_new > q) - sum(d$y == 0 & d$risk_new > q) * q / (1 - q)) / n, 0))
nri <- function(cuts) { cat <- function(v) if (length(cuts)) findInterval(v, cuts) else v; mv <- sign(cat(d$risk_new) - cat(d$risk_old)); e <- mv[d$y == 1]; u <- mv[d$y == 0]; c(mean(e), -mean(u), mean(e) - mean(u), sqrt(mean(e != 0) / length(e) + mean(u != 0) / length(u))) }
de <- (d$risk_new - d$risk_old)[d$y == 1]; du <- (d$risk_new - d$risk_old)[d$y == 0]; out$reclassification <- list(categories = nri(c(.3, .6)), free = nri(NULL), idi = c(mean(de) - mean(du), sqrt(var(de) / length(de) + var(du) / length(du))))
sub <- function(g) { per <- lapply(sort(unique(d[[g]])), function(l) { r <- d[d[[g]] == l, ]; f <- coxph(Surv(time, event) ~ treated, r, control = tight); s <- function(tr) { q <- summary(survfit(Surv(time, event) ~ 1, r[r$treated == tr, ]), times = 36); c(q$surv, q$std.err) }; list(level = l, coef = unname(coef(f)), se = sqrt(f$var[1]), untreated = s(0), treated = s(1)) })
  h <- factor(d[[g]]); a <- coxph(S ~ treated + h, d, control = tight); b <- coxph(S ~ treated * h, d, control = tight); list(levels = per, lr = 2 * (b$loglik[2] - a$loglik[2]), df = length(coef(b)) - length(coef(a)), coef = unname(coef(b))) }
out$subgroup <- list(centre = sub("centre"), y = sub("y"))

writeLines(js(out), file.path(dir, "oracle.json"))
