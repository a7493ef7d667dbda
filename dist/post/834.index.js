export const id = 834;
export const ids = [834];
export const modules = {

/***/ 5834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bringAssets: () => (/* binding */ bringAssets),
/* harmony export */   hasAsset: () => (/* binding */ hasAsset),
/* harmony export */   listAssets: () => (/* binding */ listAssets)
/* harmony export */ });
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2745);
/* harmony import */ var _foundation_format_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8253);
/* harmony import */ var _platform_files_file_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(944);
/* harmony import */ var _platform_http_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5819);
/* harmony import */ var _platform_http_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8193);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6326);
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8059);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5130);








const SEND_BUDGET_MS = 5 * 60_000;
/** An upload whose response was lost may still be in progress. */
const LOOK_GAP_MS = 2000;
const LOOKS = 2;
/** The files in the workspace, as far as the service account may list them. */
async function listAssets({ api, uid, }) {
    try {
        return await api.patiently(_calls_js__WEBPACK_IMPORTED_MODULE_5__/* .calls */ .K.assets(uid), _contract_js__WEBPACK_IMPORTED_MODULE_6__/* .parseAssets */ .Ro);
    }
    catch (error) {
        if (error instanceof _platform_http_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpError */ .j$ && error.status === 403) {
            const needed = 'the permissions View Test Inputs and View Test Configs';
            throw new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('preflight', (0,_foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeLast */ .Ul)(`The files of the workspace may not be listed. Files of the checkout need ${needed}: give them to the service account in Errthquake.`, error), {
                cause: error,
            });
        }
        throw (0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .explainRefusal */ .G)(error, 'Listing the files of the workspace');
    }
}
/**
 * Whether the service has exactly this file: the name depends on the content, and an incomplete file has
 * another size.
 */
function hasAsset(listed, { name, sizeBytes }) {
    const there = listed.get(name);
    return there !== undefined && (there.sizeBytes ?? sizeBytes) === sizeBytes;
}
/** Uploads the files that are missing in the workspace; returns how many. */
async function bringAssets(ports, assets, { brought, keep }) {
    let uploads = 0;
    const listed = await listAssets(ports);
    for (const asset of assets) {
        const { name, file } = asset;
        if (hasAsset(listed, asset)) {
            if (!brought.has(name))
                ports.log.info(`${file} is in the workspace already, as ${name}.`);
            continue;
        }
        const isNew = !brought.has(name);
        brought.set(name, { id: name, file });
        keep([...brought.values()]);
        // Logged before the upload, so that the file is named even if the step is killed during it.
        ports.log.info(`Uploading ${file} (${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_7__/* .formatBytes */ .z3)(asset.sizeBytes)}) as ${name}.`);
        try {
            await uploadOnce(ports, asset);
        }
        catch (error) {
            if (isNew && isRefused(error)) {
                brought.delete(name);
                keep([...brought.values()]);
            }
            throw explainUpload(error, asset);
        }
        uploads++;
    }
    return uploads;
}
/**
 * Sends the file again only if the service certainly did not accept it, or does not list it after an unclear
 * response.
 */
async function uploadOnce(ports, asset) {
    const { api, uid, ports: http, log } = ports;
    const { name, type } = asset;
    const bytes = await asset.load();
    const endMs = http.clock.monotonicMs() + SEND_BUDGET_MS;
    for (let failures = 1;; failures++) {
        try {
            return await api.once(_calls_js__WEBPACK_IMPORTED_MODULE_5__/* .calls */ .K.upload(uid, { name, type, bytes }), () => undefined);
        }
        catch (error) {
            if (!(error instanceof _platform_http_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpError */ .j$) || error.permanent)
                throw error;
            const reaction = (0,_platform_http_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .policyFor */ .KV)(error).start;
            if (reaction === 'refused' || reaction === 'renew')
                throw error;
            if (reaction !== 'again') {
                log.info((0,_foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeLast */ .Ul)(`It is unclear whether ${asset.file} was uploaded. Looking for it.`, error));
                if (await isListedSoon(ports, asset))
                    return;
            }
            const pauseMs = Math.max(error.retryAfterMs ?? 0, (0,_platform_http_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .backoffMs */ .jo)(failures, http.random));
            if (http.clock.monotonicMs() + pauseMs >= endMs)
                throw error;
            await http.clock.sleep(pauseMs, http.signal());
        }
    }
}
async function isListedSoon(ports, asset) {
    const { clock, signal } = ports.ports;
    for (let looks = 0; looks < LOOKS; looks++) {
        await clock.sleep(LOOK_GAP_MS, signal());
        if (hasAsset(await listAssets(ports), asset))
            return true;
    }
    return false;
}
function isRefused(error) {
    return error instanceof _platform_files_file_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FileError */ .f6 || (error instanceof _platform_http_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpError */ .j$ && (0,_platform_http_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .policyFor */ .KV)(error).start === 'refused');
}
function explainUpload(error, { file, type }) {
    if (error instanceof _platform_files_file_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FileError */ .f6)
        return new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('preflight', `${file} cannot be uploaded: ${error.message}`, { cause: error });
    if (!(error instanceof _platform_http_http_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpError */ .j$))
        return error;
    if (error.status === 403) {
        return new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('preflight', (0,_foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .causeLast */ .Ul)(`${file} may not be uploaded. Give the service account the permission ${(0,_calls_js__WEBPACK_IMPORTED_MODULE_5__/* .permissionOf */ .F)(type)} in Errthquake.`, error), { cause: error });
    }
    return (0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .explainRefusal */ .G)(error, `Uploading ${file}`);
}


/***/ })

};
